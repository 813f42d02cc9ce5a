package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of an agent in a workflow: rounds, with the model's thought and the tools' calls. */
final class RoundLogs implements Reporter {

    private static final String START = "start";
    private static final String SUCCESS = "success";

    private final ModelChoice model;
    private final Dialect dialect;

    RoundLogs(ModelChoice model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
    }

    List<NodeReport.Log> all(List<Round> rounds) {
        List<NodeReport.Log> all = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            all.add(roundEnded(i + 1, round));
            all.add(thought(i + 1, round));
            for (int call = 0; call < round.observations().size(); call++) {
                all.add(tool(i + 1, round, call));
            }
        }
        return all;
    }

    @Override
    public List<NodeReport> roundBegins(int number) {
        return List.of(
                log(id(number), "ROUND " + number, null, START, Map.of(), Map.of()),
                log(
                        id(number) + "-model",
                        model.name() + " Thought",
                        id(number),
                        START,
                        Map.of(),
                        Map.of("provider", model.provider())));
    }

    @Override
    public List<NodeReport> modelSpoke(int number, Round round) {
        return List.of(thought(number, round));
    }

    @Override
    public List<NodeReport> toolBegins(int number, Round round, int call) {
        return List.of(
                log(
                        id(number) + "-call" + (call + 1),
                        "CALL " + round.calls().get(call).name(),
                        id(number),
                        START,
                        Map.of(),
                        Map.of()));
    }

    @Override
    public List<NodeReport> toolSpoke(int number, Round round, int call) {
        return List.of(tool(number, round, call));
    }

    @Override
    public List<NodeReport> roundEnds(int number, Round round) {
        return List.of(roundEnded(number, round));
    }

    private static String id(int number) {
        return "round" + number;
    }

    private static NodeReport.Log log(
            String id,
            String label,
            @Nullable String parent,
            String status,
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> metadata) {
        return new NodeReport.Log(id, label, parent, null, status, data, metadata);
    }

    private NodeReport.Log roundEnded(int number, Round round) {
        List<Map<String, @Nullable Object>> responses = new ArrayList<>();
        for (int call = 0; call < round.observations().size(); call++) {
            responses.add(response(round, call));
        }
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("llm_response", round.text());
        output.put("tool_responses", responses);
        return log(
                id(number), "ROUND " + number, null, SUCCESS, data("output", output), costs(round));
    }

    private NodeReport.Log thought(int number, Round round) {
        List<String> names = round.calls().stream().map(ToolCall::name).toList();
        List<Map<String, @Nullable Object>> inputs = new ArrayList<>();
        for (ToolCall call : round.calls()) {
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            input.put("name", call.name());
            input.put("args", call.arguments());
            inputs.add(input);
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("output", dialect.thought(round));
        data.put("tool_name", String.join(";", names));
        data.put("tool_input", inputs);
        return log(
                id(number) + "-model",
                model.name() + " Thought",
                id(number),
                SUCCESS,
                data,
                costs(round));
    }

    private static NodeReport.Log tool(int number, Round round, int call) {
        Observation said = round.observations().get(call);
        return new NodeReport.Log(
                id(number) + "-call" + (call + 1),
                "CALL " + round.calls().get(call).name(),
                id(number),
                said.ok() ? null : said.text(),
                said.ok() ? SUCCESS : "error",
                data("output", response(round, call)),
                Map.of());
    }

    private static Map<String, @Nullable Object> response(Round round, int call) {
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("tool_call_id", round.calls().get(call).id());
        response.put("tool_call_name", round.calls().get(call).name());
        response.put("tool_call_input", round.calls().get(call).arguments());
        response.put("tool_response", round.observations().get(call).text());
        return response;
    }

    private static Map<String, @Nullable Object> data(String name, @Nullable Object value) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(name, value);
        return data;
    }

    private Map<String, @Nullable Object> costs(Round round) {
        Map<String, @Nullable Object> costs = new LinkedHashMap<>();
        costs.put("provider", model.provider());
        for (String name : List.of("total_tokens", "total_price", "currency")) {
            if (round.usage().get(name) != null) {
                costs.put(name, round.usage().get(name));
            }
        }
        return costs;
    }
}
