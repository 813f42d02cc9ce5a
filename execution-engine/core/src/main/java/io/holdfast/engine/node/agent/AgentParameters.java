package io.holdfast.engine.node.agent;

import io.holdfast.engine.agent.AgentTask;
import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.llm.KnowledgeContext;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an agent node gives its strategy (dsl.md 3.16). */
final class AgentParameters {

    private static final int USUAL_ITERATIONS = 5;
    private static final int MOST_ITERATIONS = 99;

    private final Map<String, Parameter> byName;

    private AgentParameters(Map<String, Parameter> byName) {
        this.byName = byName;
    }

    /**
     * One of them.
     *
     * @param variable where its value is taken from as it is
     * @param written else: text with references, alone or inside of lists and maps
     */
    private record Parameter(Optional<Selector> variable, @Nullable Object written) {}

    /** A parameter has no value with which the strategy can work. */
    static final class InvalidException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String errorType;

        InvalidException(String errorType, String message) {
            super(message);
            this.errorType = errorType;
        }

        String errorType() {
            return errorType;
        }
    }

    static AgentParameters parse(NodeData data) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String name : data.fields().keySet()) {
            NodeData parameter = data.child(name);
            boolean variable = parameter.text("type").orElse("").equals("variable");
            parameters.put(
                    name,
                    new Parameter(
                            variable ? parameter.selector("value") : Optional.empty(),
                            variable ? null : parameter.fields().get("value")));
        }
        return new AgentParameters(parameters);
    }

    /** The values of all references, keyed as node inputs are shown. */
    void collectInputs(Variables variables, Map<String, @Nullable Object> into) {
        for (Parameter parameter : byName.values()) {
            parameter.variable().ifPresent(selector -> show(selector, variables, into));
            if (parameter.written() instanceof String text) {
                ReferenceTemplate.parse(text).collectInputs(variables, into);
            }
        }
    }

    private static void show(
            Selector selector, Variables variables, Map<String, @Nullable Object> into) {
        if (variables.get(selector) instanceof Lookup.Found(var value)) {
            into.put("#" + selector.dotted() + "#", value);
        }
    }

    AgentTask task(Variables variables, Optional<ModelRequest.History> history)
            throws InvalidException {
        try {
            NodeData given = NodeData.of(values(variables));
            return new AgentTask(
                    model(given),
                    text(given, "instruction"),
                    history,
                    PromptMessage.ofUser(text(given, "query"), List.of()),
                    ChosenTools.parse(given.children("tools")),
                    servers(given),
                    iterations(given));
        } catch (NodeDataException e) {
            throw new InvalidException("AgentInputTypeError", String.valueOf(e.getMessage()));
        }
    }

    /** What the node was given to cite. */
    List<Map<String, @Nullable Object>> citations(Variables variables) {
        Parameter context = byName.get("context");
        return context == null || context.variable().isEmpty()
                ? List.of()
                : KnowledgeContext.of(variables.get(context.variable().get()).orNull()).citations();
    }

    private Map<String, @Nullable Object> values(Variables variables) throws InvalidException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Parameter> entry : byName.entrySet()) {
            Parameter parameter = entry.getValue();
            if (parameter.variable().isEmpty()) {
                values.put(entry.getKey(), rendered(parameter.written(), variables));
            } else if (variables.get(parameter.variable().get())
                    instanceof Lookup.Found(var value)) {
                values.put(entry.getKey(), value);
            } else {
                throw new InvalidException(
                        "AgentVariableNotFoundError",
                        "Variable "
                                + PythonText.repr(parameter.variable().get().path())
                                + " does not exist");
            }
        }
        return values;
    }

    private static @Nullable Object rendered(@Nullable Object written, Variables variables) {
        return switch (written) {
            case String text -> ReferenceTemplate.parse(text).renderText(variables);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(rendered(item, variables)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                Values.asMap(map)
                        .forEach((name, value) -> entries.put(name, rendered(value, variables)));
                yield entries;
            }
            case null -> null;
            default -> written;
        };
    }

    private static String text(NodeData given, String name) {
        Object value = given.fields().get(name);
        return value == null ? "" : ValueText.text(value);
    }

    /** A model selector names its model {@code model}. */
    private static ModelChoice model(NodeData given) {
        NodeData selected = given.child("model");
        Map<String, @Nullable Object> model = new LinkedHashMap<>(selected.fields());
        model.put("name", selected.text("model").or(() -> selected.text("name")).orElse(null));
        return ModelChoice.parse(new NodeData("model", model));
    }

    private static int iterations(NodeData given) {
        int most = given.whole("maximum_iterations").orElse(USUAL_ITERATIONS);
        return Math.clamp(most, 1, MOST_ITERATIONS);
    }

    private static List<McpServer> servers(NodeData given) {
        List<McpServer> servers = new ArrayList<>();
        given.text("mcp_server")
                .filter(url -> !url.isBlank())
                .ifPresent(url -> servers.add(McpServers.ofUrl("mcp", url.strip())));
        Object config = given.fields().get("mcp_servers_config");
        if (config != null) {
            servers.addAll(McpServers.parse(config));
        }
        return servers;
    }
}
