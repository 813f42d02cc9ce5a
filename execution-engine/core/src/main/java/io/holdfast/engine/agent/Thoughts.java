package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.llm.ToolCall;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The thoughts of an assistant in a chat: one a round (dsl.md 5.7). */
final class Thoughts implements Reporter {

    private final AgentProgress progress;
    private final Dialect dialect;

    Thoughts(AgentProgress progress, Dialect dialect) {
        this.progress = progress;
        this.dialect = dialect;
    }

    @Override
    public List<NodeReport> roundBegins(int number) {
        return List.of(new NodeReport.Thought(number, "", List.of(), Map.of(), "", ""));
    }

    @Override
    public List<NodeReport> modelSpoke(int number, Round round) {
        return List.of(thought(number, round, ""));
    }

    @Override
    public List<NodeReport> toolBegins(int number, Round round, int call) {
        return List.of();
    }

    @Override
    public List<NodeReport> toolSpoke(int number, Round round, int call) {
        List<NodeReport> files = new ArrayList<>();
        for (Map<String, @Nullable Object> file : round.observations().get(call).files()) {
            files.add(file(file));
        }
        return files;
    }

    @Override
    public List<NodeReport> roundEnds(int number, Round round) {
        if (round.calls().isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        for (int call = 0; call < round.calls().size(); call++) {
            said.put(round.calls().get(call).name(), round.observations().get(call).text());
        }
        return List.of(thought(number, round, JsonText.compact(said)));
    }

    private static NodeReport.MessageFile file(Map<String, @Nullable Object> value) {
        FileValues.Facts file = FileValues.facts(value);
        String id = file.relatedId() == null ? file.url() : file.relatedId();
        return new NodeReport.MessageFile(id, file.type(), file.url());
    }

    private NodeReport.Thought thought(int number, Round round, String observation) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        for (ToolCall call : round.calls()) {
            input.put(call.name(), arguments(call));
            progress.tool(call.name()).ifPresent(tool -> labels.put(call.name(), tool.label()));
        }
        return new NodeReport.Thought(
                number,
                dialect.thought(round),
                round.calls().stream().map(ToolCall::name).toList(),
                labels,
                input.isEmpty() ? "" : JsonText.compact(input),
                observation);
    }

    private static @Nullable Object arguments(ToolCall call) {
        try {
            return JsonReader.read(call.arguments());
        } catch (JsonSyntaxException _) {
            return call.arguments();
        }
    }
}
