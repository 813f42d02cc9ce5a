package io.holdfast.engine.node.tool;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool's parameter is given (dsl.md 3.15).
 *
 * @param variable where a value is taken from as it is; empty for text
 * @param written text with references, or a constant
 */
record ToolArgument(
        String name, Optional<Selector> variable, @Nullable Object written, boolean required) {

    /** A parameter that must be there has no value. */
    static final class MissingException extends Exception {

        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    static ToolArgument parse(String name, @Nullable Object value, boolean required) {
        if (value instanceof Map<?, ?> map && map.containsKey("type")) {
            NodeData data = NodeData.of(Values.asMap(map));
            boolean variable = data.text("type").orElse("").equals("variable");
            return new ToolArgument(
                    name,
                    variable ? data.selector("value") : Optional.empty(),
                    variable ? null : data.fields().get("value"),
                    required);
        }
        return new ToolArgument(name, Optional.empty(), value, required);
    }

    /** Adds the value to the arguments; without one, nothing. */
    void resolve(Variables variables, Map<String, @Nullable Object> arguments)
            throws MissingException {
        if (variable.isEmpty()) {
            arguments.put(name, text(variables));
        } else if (variables.get(variable.get()) instanceof Lookup.Found(Object value)) {
            arguments.put(name, value);
        } else if (required) {
            throw new MissingException(
                    "Variable " + PythonText.repr(variable.get().path()) + " does not exist");
        }
    }

    /** Constants become text, too; the tool reads it by the type of its parameter. */
    private @Nullable Object text(Variables variables) {
        return switch (written) {
            case null -> null;
            case String template -> ReferenceTemplate.parse(template).renderText(variables);
            case Boolean bool -> bool;
            case List<?> list -> list;
            case Map<?, ?> map -> new LinkedHashMap<>(Values.asMap(map));
            default -> ValueText.text(written);
        };
    }
}
