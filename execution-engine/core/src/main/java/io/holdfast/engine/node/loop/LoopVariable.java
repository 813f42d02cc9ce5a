package io.holdfast.engine.node.loop;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variable that lasts over the rounds of a loop (dsl.md 3.13).
 *
 * @param source where its first value comes from; empty for a constant
 */
record LoopVariable(
        String label, String type, Optional<Selector> source, @Nullable Object constant) {

    static LoopVariable parse(NodeData data) {
        boolean variable = data.text("value_type").orElse("constant").equals("variable");
        return new LoopVariable(
                data.requireText("label"),
                data.text("var_type").orElse("string"),
                variable ? data.selector("value") : Optional.empty(),
                variable ? null : data.fields().get("value"));
    }

    /** The value before the first round; empty when there is none that fits. */
    Optional<Object> first(Variables variables) {
        if (source.isPresent()) {
            return variables.get(source.get()) instanceof Lookup.Found(Object value)
                    ? Optional.ofNullable(value).filter(this::fits)
                    : Optional.empty();
        }
        return Optional.ofNullable(constant).map(this::read).filter(this::fits);
    }

    /** Constants of arrays and objects are JSON, numbers and booleans may be text. */
    private @Nullable Object read(Object written) {
        if (!(written instanceof String text) || type.equals("string")) {
            return written;
        }
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException _) {
            return null;
        }
    }

    private boolean fits(Object value) {
        return switch (type) {
            case "string" -> value instanceof String;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof Map<?, ?>;
            case "array[string]" -> isListOf(value, String.class);
            case "array[number]" -> isListOf(value, Number.class);
            case "array[boolean]" -> isListOf(value, Boolean.class);
            case "array[object]" -> isListOf(value, Map.class);
            default -> true;
        };
    }

    private static boolean isListOf(Object value, Class<?> element) {
        return value instanceof List<?>
                && Values.asList(value).stream().allMatch(element::isInstance);
    }
}
