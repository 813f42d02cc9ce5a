package io.holdfast.engine.node.code;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Executes the author's code in the sandbox (dsl.md 3.8). */
public final class CodeNode implements NodeLogic {

    private static final Set<String> LANGUAGES = Set.of("python3", "javascript");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d++\\.?\\d*+[eE][+-]\\d++");

    private final String language;
    private final String code;
    private final Map<String, Optional<Selector>> variables;
    private final Map<String, OutputType> outputs;

    private CodeNode(
            String language,
            String code,
            Map<String, Optional<Selector>> variables,
            Map<String, OutputType> outputs) {
        this.language = language;
        this.code = code;
        this.variables = variables;
        this.outputs = outputs;
    }

    public static CodeNode parse(NodeData data) {
        String language = data.text("code_language").orElse("python3");
        if (!LANGUAGES.contains(language)) {
            throw new NodeDataException("code_language '" + language + "' is not supported");
        }
        Map<String, Optional<Selector>> variables = new LinkedHashMap<>();
        for (NodeData variable : data.children("variables")) {
            variables.put(variable.requireText("variable"), variable.selector("value_selector"));
        }
        return new CodeNode(
                language,
                data.text("code").orElse(""),
                variables,
                OutputType.parseAll(data.child("outputs")));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        variables.forEach((name, selector) ->
                inputs.put(
                        name, selector.map(it -> scope.variables().get(it).orNull()).orElse(null)));
        return new NodeStep.Ask<>(
                new CodeRequest(language, code, inputs), reply -> outcome(reply, inputs));
    }

    private NodeOutcome outcome(CodeReply reply, Map<String, @Nullable Object> inputs) {
        return switch (reply) {
            case CodeReply.Failed(String message) ->
                    NodeOutcome.Failed.of("CodeExecutionError", message).withInputs(inputs);
            case CodeReply.Returned(Object value) -> checked(value, inputs);
        };
    }

    private NodeOutcome checked(@Nullable Object value, Map<String, @Nullable Object> inputs) {
        if (!(value instanceof Map<?, ?>)) {
            return NodeOutcome.Failed.of(
                            "WorkflowNodeError",
                            "Result must be a dict, got " + PythonTypes.nameOf(value))
                    .withInputs(inputs);
        }
        try {
            Map<String, @Nullable Object> result = Values.asMap(numbersFromText(value, 0));
            return NodeOutcome.Succeeded.of(inputs, OutputCheck.outputs(outputs, result));
        } catch (OutputException e) {
            return NodeOutcome.Failed.of(e.errorType(), String.valueOf(e.getMessage()))
                    .withInputs(inputs);
        }
    }

    /** Texts that look like a number with a signed exponent become numbers, as in Dify. */
    private static Object numbersFromText(Object value, int depth) throws OutputException {
        if (depth > 100) {
            throw new OutputException("DepthLimitError", "Depth limit 5 reached, object too deep.");
        }
        if (value instanceof String text && SCIENTIFIC.matcher(text).matches()) {
            return Double.valueOf(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Map.Entry<String, @Nullable Object> entry : Values.asMap(map).entrySet()) {
                Object item = entry.getValue();
                copy.put(entry.getKey(), item == null ? null : numbersFromText(item, depth + 1));
            }
            return copy;
        }
        return value instanceof List<?> list ? listOf(list, depth) : value;
    }

    private static List<@Nullable Object> listOf(List<?> list, int depth) throws OutputException {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object item : list) {
            copy.add(item == null ? null : numbersFromText(item, depth + 1));
        }
        return copy;
    }
}
