package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Environment and conversation variables that can be built (dsl.md 1.10, 2.8, 2.9). */
final class VariableCheck {

    private static final int MAX_BYTES = 200 * 1024;
    private static final int MAX_DESCRIPTION = 255;
    private static final Set<String> NUMBERS = Set.of("number", "integer", "float");
    private static final Set<String> ENVIRONMENT_TYPES =
            Set.of("string", "number", "integer", "float", "secret");
    private static final Set<String> CONVERSATION_TYPES =
            Set.of(
                    "string",
                    "number",
                    "integer",
                    "float",
                    "boolean",
                    "object",
                    "array[string]",
                    "array[number]",
                    "array[object]",
                    "array[boolean]");

    private VariableCheck() {}

    static void environment(Map<String, @Nullable Object> workflow, List<String> warnings) {
        for (Map<String, @Nullable Object> variable :
                variables(workflow, "environment_variables")) {
            check(variable, ENVIRONMENT_TYPES);
            if ("secret".equals(variable.get("value_type")) && "".equals(variable.get("value"))) {
                warnings.add(
                        "The secret environment variable "
                                + Trees.text(variable, "name")
                                + " has no value in the file: give it one before the app runs.");
            }
        }
    }

    static void conversation(Map<String, @Nullable Object> workflow) {
        for (Map<String, @Nullable Object> variable :
                variables(workflow, "conversation_variables")) {
            check(variable, CONVERSATION_TYPES);
            String description = Trees.text(variable, "description");
            if (description.codePointCount(0, description.length()) > MAX_DESCRIPTION) {
                throw new ImportException(
                        "description of conversation variable "
                                + Trees.text(variable, "name")
                                + " is longer than 255 characters");
            }
        }
    }

    private static List<Map<String, @Nullable Object>> variables(
            Map<String, @Nullable Object> workflow, String key) {
        Object all = workflow.get(key);
        if (Trees.isTruthy(all) && !(all instanceof List<?>)) {
            throw new ImportException(key + " must be of list type");
        }
        for (Object item : Trees.list(all)) {
            if (!(item instanceof Map<?, ?>)) {
                throw new ImportException("Elements in " + key + " list must be of dict type");
            }
        }
        return Trees.maps(workflow, key);
    }

    private static void check(Map<String, @Nullable Object> variable, Set<String> types) {
        if (!Trees.isTruthy(variable.get("name"))) {
            throw new ImportException("missing name");
        }
        if (!Trees.isTruthy(variable.get("value_type"))) {
            throw new ImportException("missing value type");
        }
        Object value = variable.get("value");
        if (value == null) {
            throw new ImportException("missing value");
        }
        String type = Trees.text(variable, "value_type");
        if (!types.contains(type)) {
            throw new ImportException("not supported value type " + type);
        }
        if (!fits(value, type)) {
            throw new ImportException("invalid " + type + " value " + shown(value, type));
        }
        if (JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ImportException(
                    "variable " + Trees.text(variable, "name") + " is larger than 200 KiB");
        }
    }

    private static String shown(Object value, String type) {
        return type.equals("secret") ? "" : PythonText.str(value);
    }

    private static boolean fits(Object value, String type) {
        if (type.startsWith("array[")) {
            String element = type.substring("array[".length(), type.length() - 1);
            return value instanceof List<?> list
                    && list.stream().allMatch(item -> item != null && fits(item, element));
        }
        if (NUMBERS.contains(type)) {
            return value instanceof Number;
        }
        return switch (type) {
            case "boolean" -> value instanceof Boolean;
            case "object" -> value instanceof Map<?, ?>;
            default -> value instanceof String;
        };
    }
}
