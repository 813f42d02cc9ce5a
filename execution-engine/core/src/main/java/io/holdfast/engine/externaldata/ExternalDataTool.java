package io.holdfast.engine.externaldata;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.extension.ExtensionRequest;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An input that a service of the operator fills (dsl.md 5.4).
 *
 * @param extension the service by the id that the app has for it
 * @param filled all inputs of the app that are filled so; services are not shown them
 */
public record ExternalDataTool(String variable, String extension, Set<String> filled)
        implements EntryCheck {

    private static final String CONTROL = "external_data_tool";

    public ExternalDataTool {
        filled = Set.copyOf(filled);
    }

    /**
     * Those of a basic app, in the order of its file; also those that old files have in their form.
     *
     * @throws ExternalDataException when one is not as it must be
     */
    public static List<ExternalDataTool> of(Map<String, @Nullable Object> config) {
        Map<String, Map<String, @Nullable Object>> tools = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> tool : Trees.maps(config, "external_data_tools")) {
            if (Trees.isTruthy(tool.get("enabled"))) {
                tools.put(Trees.text(tool, "variable"), tool);
            }
        }
        for (Map<String, @Nullable Object> item : Trees.maps(config, "user_input_form")) {
            Map<String, @Nullable Object> tool = Trees.map(item, CONTROL);
            if (tool.get("config") instanceof Map<?, ?>
                    && !Boolean.FALSE.equals(tool.get("enabled"))) {
                tools.putIfAbsent(Trees.text(tool, "variable"), tool);
            }
        }
        Set<String> filled = tools.keySet();
        List<ExternalDataTool> all = new ArrayList<>();
        for (String variable : filled) {
            String extension = extension(variable, Trees.map(tools.get(variable)));
            all.add(new ExternalDataTool(variable, extension, filled));
        }
        return all;
    }

    private static String extension(String variable, Map<String, @Nullable Object> tool) {
        if (variable.isEmpty()) {
            throw new ExternalDataException("an external data tool needs a variable");
        }
        String type = Trees.text(tool, "type");
        if (!type.equals("api")) {
            throw new ExternalDataException(
                    "The external data tool of variable "
                            + variable
                            + " is of type "
                            + type
                            + ", which is not supported: api is");
        }
        String id = Trees.text(Trees.map(tool, "config"), "api_based_extension_id");
        if (id.isEmpty()) {
            throw new ExternalDataException("api_based_extension_id is required");
        }
        return id;
    }

    @Override
    public String name() {
        return "external-data/" + variable;
    }

    @Override
    public CheckStep begin(RunStart start) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("app_id", start.appId().toString());
        params.put("tool_variable", variable);
        params.put("inputs", own(start));
        params.put("query", start.query() == null ? "" : start.query());
        return new CheckStep.Asked(
                new NodeStep.Ask<>(
                        new ExtensionRequest(extension, "app.external_data_tool.query", params),
                        reply -> filled(reply, start)));
    }

    /** What the user gave. */
    private Map<String, @Nullable Object> own(RunStart start) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(start.inputs());
        own.keySet().removeAll(filled);
        return own;
    }

    private NodeAnswer filled(Map<String, @Nullable Object> reply, RunStart start) {
        if (!(reply.get("result") instanceof String result)) {
            return NodeOutcome.Failed.of(
                    "ValueError",
                    "[External data tool] API query failed, variable: "
                            + variable
                            + ", error: the response has no text as its result");
        }
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>(start.inputs());
        inputs.put(variable, result);
        return new Admission.Replaced(inputs, start.query());
    }
}
