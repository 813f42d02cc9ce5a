package io.holdfast.engine.node.extractor;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that is looked for (dsl.md 3.14). */
record Parameter(
        String name, String type, String description, boolean required, List<String> options) {

    private static final Set<String> TYPES =
            Set.of(
                    "string",
                    "number",
                    "boolean",
                    "select",
                    "array[string]",
                    "array[number]",
                    "array[object]",
                    "array[boolean]");
    private static final Set<String> RESERVED = Set.of("__reason", "__is_success");
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "off");

    static Parameter parse(NodeData data) {
        String name = data.requireText("name");
        if (RESERVED.contains(name)) {
            throw new NodeDataException("Invalid parameter name, " + name + " is reserved");
        }
        String written = data.text("type").orElse("string");
        String type = written.equals("bool") ? "boolean" : written;
        if (!TYPES.contains(type)) {
            throw new NodeDataException("type '" + type + "' of " + name + " is not known");
        }
        return new Parameter(
                name,
                type,
                data.text("description").orElse(""),
                data.flag("required", false),
                data.list("options").stream().map(String::valueOf).toList());
    }

    /** The parameter as a property of a JSON schema. */
    Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        if (type.startsWith("array[")) {
            schema.put("type", "array");
            schema.put(
                    "items", Map.of("type", type.substring("array[".length(), type.length() - 1)));
        } else {
            schema.put("type", type.equals("select") ? "string" : type);
        }
        schema.put("description", description);
        if (!options.isEmpty()) {
            schema.put("enum", options);
        }
        return schema;
    }

    /** Why a value cannot be accepted; empty when it can. */
    Optional<String> fault(Map<String, @Nullable Object> found) {
        Object value = found.get(name);
        if (value == null) {
            return required ? Optional.of("Parameter " + name + " is required") : Optional.empty();
        }
        if (coerced(value).isEmpty()) {
            return Optional.of("Invalid " + type + " value for parameter " + name);
        }
        boolean chosen = options.isEmpty() || options.contains(String.valueOf(value));
        return chosen
                ? Optional.empty()
                : Optional.of("Parameter " + name + " must be one of " + options);
    }

    /** The value in the parameter's type; its zero when there is none that fits. */
    Object value(Map<String, @Nullable Object> found) {
        return Optional.ofNullable(found.get(name)).flatMap(this::coerced).orElseGet(this::zero);
    }

    private Object zero() {
        return switch (type) {
            case "number" -> 0L;
            case "boolean" -> false;
            case "string", "select" -> "";
            default -> List.of();
        };
    }

    private Optional<Object> coerced(Object value) {
        return switch (type) {
            case "string", "select" ->
                    value instanceof String ? Optional.of(value) : Optional.empty();
            case "number" -> number(value);
            case "boolean" -> truth(value);
            default -> elements(value);
        };
    }

    private Optional<Object> elements(Object value) {
        if (!(value instanceof List<?>)) {
            return Optional.empty();
        }
        List<Object> kept = new ArrayList<>();
        for (Object item : Values.asList(value)) {
            element(item).ifPresent(kept::add);
        }
        return Optional.of(kept);
    }

    private Optional<Object> element(@Nullable Object item) {
        if (item == null) {
            return Optional.empty();
        }
        return switch (type) {
            case "array[string]" -> item instanceof String ? Optional.of(item) : Optional.empty();
            case "array[number]" -> number(item);
            case "array[boolean]" -> item instanceof Boolean ? Optional.of(item) : Optional.empty();
            default -> item instanceof Map<?, ?> ? Optional.of(item) : Optional.empty();
        };
    }

    private static Optional<Object> number(Object value) {
        return switch (value) {
            case Number number -> Optional.of(number);
            case String text -> parsed(text.strip());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> parsed(String text) {
        try {
            return text.contains(".")
                    ? Optional.of(Double.valueOf(text))
                    : Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Object> truth(Object value) {
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return Optional.of(true);
        }
        return NO.contains(text) ? Optional.of(false) : Optional.empty();
    }
}
