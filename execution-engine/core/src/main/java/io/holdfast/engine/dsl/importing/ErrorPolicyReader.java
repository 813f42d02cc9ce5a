package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.ErrorPolicy.Strategy;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a node does when it fails (dsl.md 3.0). */
final class ErrorPolicyReader {

    private static final Set<String> RETRYING = Set.of("code", "llm", "tool", "http-request");

    private ErrorPolicyReader() {}

    static ErrorPolicy read(Map<String, @Nullable Object> data) {
        Strategy strategy = strategy(data.get("error_strategy"));
        Map<String, @Nullable Object> retry = Trees.map(data, "retry_config");
        boolean retries =
                RETRYING.contains(Trees.text(data, "type"))
                        && Trees.isTruthy(retry.get("retry_enabled"));
        return new ErrorPolicy(
                strategy,
                defaults(data),
                retries ? Trees.integer(retry, "max_retries") : 0,
                Duration.ofMillis(retries ? Trees.integer(retry, "retry_interval") : 0));
    }

    private static Strategy strategy(@Nullable Object name) {
        return switch (name) {
            case null -> Strategy.NONE;
            case String text when text.isEmpty() || text.equals("none") -> Strategy.NONE;
            case String text when text.equals("fail-branch") -> Strategy.FAIL_BRANCH;
            case String text when text.equals("default-value") -> Strategy.DEFAULT_VALUE;
            default -> throw new ImportException("unknown error_strategy " + PythonText.str(name));
        };
    }

    private static Map<String, @Nullable Object> defaults(Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> item : Trees.maps(data, "default_value")) {
            values.put(
                    Trees.text(item, "key"), convert(Trees.text(item, "type"), item.get("value")));
        }
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable Object convert(String type, @Nullable Object value) {
        if (type.equals("string")) {
            return require(value instanceof String, "string", value);
        }
        if (type.equals("number")) {
            return number(value);
        }
        if (type.equals("array[file]")) {
            return value;
        }
        Object parsed = value instanceof String text ? parse(text) : value;
        return switch (type) {
            case "object" -> require(parsed instanceof Map<?, ?>, "dict", parsed);
            case "array[string]" -> require(isListOf(parsed, String.class), "list of str", parsed);
            case "array[number]" ->
                    require(isListOf(parsed, Number.class), "list of number", parsed);
            case "array[object]" -> require(isListOf(parsed, Map.class), "list of dict", parsed);
            default -> throw new ImportException("default_value of unknown type " + type);
        };
    }

    private static boolean isListOf(@Nullable Object value, Class<?> element) {
        return value instanceof List<?> list && list.stream().allMatch(element::isInstance);
    }

    private static @Nullable Object require(boolean fits, String type, @Nullable Object value) {
        if (fits) {
            return value;
        }
        throw new ImportException("Value must be " + type + " type for " + PythonText.str(value));
    }

    private static @Nullable Object number(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return require(value instanceof Number, "number", value);
        }
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException _) {
            throw new ImportException("Cannot convert to number: " + text);
        }
    }

    private static @Nullable Object parse(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException _) {
            throw new ImportException("Invalid JSON format for value: " + text);
        }
    }
}
