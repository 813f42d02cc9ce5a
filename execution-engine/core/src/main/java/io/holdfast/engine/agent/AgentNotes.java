package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent writes down, and reads again. */
final class AgentNotes {

    private static final String KIND = "kind";
    private static final String CATALOG = "catalog";
    private static final String MODEL = "model";
    private static final String TOOL = "tool";

    private AgentNotes() {}

    static NodeNote of(ToolCatalog catalog) {
        List<Map<String, @Nullable Object>> tools = new ArrayList<>();
        for (OfferedTool tool : catalog.tools()) {
            tools.add(tool.toData());
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(KIND, CATALOG);
        data.put("tools", tools);
        return new NodeNote(data);
    }

    /**
     * @param calls what the reply asks for, in whichever form it says so
     */
    static NodeNote of(ModelReply reply, List<ToolCall> calls) {
        List<Map<String, @Nullable Object>> wanted = new ArrayList<>();
        for (ToolCall call : calls) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("id", call.id());
            entry.put("name", call.name());
            entry.put("arguments", call.arguments());
            wanted.add(entry);
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(KIND, MODEL);
        data.put("text", reply.text());
        data.put("calls", wanted);
        data.put("usage", reply.usage());
        return new NodeNote(data);
    }

    static NodeNote of(Observation observation) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(KIND, TOOL);
        data.put("ok", observation.ok());
        data.put("text", observation.text());
        data.put("citations", observation.citations());
        if (!observation.files().isEmpty()) {
            data.put("files", observation.files());
        }
        return new NodeNote(data);
    }

    /** All that an agent knows. */
    static AgentProgress read(List<NodeNote> notes) {
        List<OfferedTool> tools = null;
        List<Round> rounds = new ArrayList<>();
        int told = 0;
        for (NodeNote note : notes) {
            NodeData data = NodeData.of(note.data());
            switch (data.requireText(KIND)) {
                case CATALOG ->
                        tools = data.children("tools").stream().map(OfferedTool::of).toList();
                case MODEL -> {
                    told = AgentProgress.MODEL_SPOKE;
                    rounds.add(withoutStrangers(round(data), tools));
                }
                case TOOL -> {
                    Round round = rounds.removeLast();
                    told = round.observations().size();
                    rounds.add(withoutStrangers(round.with(observation(data)), tools));
                }
                default -> throw new IllegalStateException("a note of another kind");
            }
        }
        return new AgentProgress(tools, rounds, told);
    }

    private static Round round(NodeData data) {
        List<ToolCall> calls =
                data.children("calls").stream()
                        .map(call ->
                                new ToolCall(
                                        call.text("id").orElse(""),
                                        call.text("name").orElse(""),
                                        call.text("arguments").orElse("")))
                        .toList();
        return new Round(
                data.text("text").orElse(""), calls, data.child("usage").fields(), List.of());
    }

    /** Tools that are not there answer at once. */
    private static Round withoutStrangers(Round round, @Nullable List<OfferedTool> tools) {
        Round settled = round;
        while (!settled.isOver() && !isOffered(settled.pending().name(), tools)) {
            settled =
                    settled.with(
                            Observation.failed(
                                    "there is not a tool named " + settled.pending().name()));
        }
        return settled;
    }

    private static boolean isOffered(String name, @Nullable List<OfferedTool> tools) {
        return tools != null && tools.stream().anyMatch(tool -> tool.name().equals(name));
    }

    private static Observation observation(NodeData data) {
        return new Observation(
                data.flag("ok", true),
                data.text("text").orElse(""),
                maps(data, "citations"),
                maps(data, "files"));
    }

    private static List<Map<String, @Nullable Object>> maps(NodeData data, String name) {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (NodeData item : data.children(name)) {
            maps.add(item.fields());
        }
        return maps;
    }
}
