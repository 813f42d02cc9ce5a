package io.holdfast.engine.node.list;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the elements of a list (dsl.md 3.18).
 *
 * @param key the attribute of files that is looked at
 * @param written text with references, a boolean, or a list
 */
record Filter(String key, String operator, @Nullable Object written) {

    private static final Set<String> TEXT_KEYS =
            Set.of("name", "extension", "mime_type", "url", "related_id");
    private static final Set<String> CHOICE_KEYS = Set.of("type", "transfer_method");

    static Filter parse(NodeData data) {
        return new Filter(
                data.text("key").orElse(""),
                data.text("comparison_operator").orElse("contains"),
                data.fields().get("value"));
    }

    List<@Nullable Object> apply(List<@Nullable Object> list, Variables variables)
            throws ListException {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : list) {
            if (keeps(item, variables)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private boolean keeps(@Nullable Object item, Variables variables) throws ListException {
        return switch (item) {
            case Number number -> compares(number.doubleValue(), variables);
            case Boolean bool -> isTruth(bool, variables);
            case Map<?, ?> file -> keepsFile(Values.asMap(file), variables);
            case null, default -> matches(ValueText.text(item), text(variables));
        };
    }

    private boolean keepsFile(Map<String, @Nullable Object> file, Variables variables)
            throws ListException {
        String value = ValueText.text(FileKey.of(file, key));
        if (TEXT_KEYS.contains(key)) {
            return matches(value, text(variables));
        }
        if (CHOICE_KEYS.contains(key)) {
            return switch (operator) {
                case "in" -> choices(variables).contains(value);
                case "not in" -> !choices(variables).contains(value);
                default -> throw new ListException("Invalid condition: " + operator);
            };
        }
        if (key.equals("size") && FileKey.of(file, key) instanceof Number size) {
            return compares(size.doubleValue(), variables);
        }
        throw new ListException("Invalid key: " + key);
    }

    private List<String> choices(Variables variables) {
        return written instanceof List<?> list
                ? Values.asList(list).stream().map(String::valueOf).toList()
                : List.of(text(variables));
    }

    private String text(Variables variables) {
        return written instanceof String template
                ? ReferenceTemplate.parse(template).renderText(variables)
                : ValueText.text(written);
    }

    private boolean matches(String value, String wanted) throws ListException {
        return switch (operator) {
            case "contains" -> value.contains(wanted);
            case "not contains" -> !value.contains(wanted);
            case "start with" -> value.startsWith(wanted);
            case "not start with" -> !value.startsWith(wanted);
            case "end with" -> value.endsWith(wanted);
            case "not end with" -> !value.endsWith(wanted);
            case "is" -> value.equals(wanted);
            case "is not" -> !value.equals(wanted);
            case "in" -> wanted.contains(value);
            case "not in" -> !wanted.contains(value);
            case "empty" -> value.isEmpty();
            case "not empty" -> !value.isEmpty();
            default -> throw new ListException("Invalid condition: " + operator);
        };
    }

    private boolean compares(double value, Variables variables) throws ListException {
        double wanted = number(variables);
        return switch (operator) {
            case "=" -> value == wanted;
            case "≠" -> value != wanted;
            case "<" -> value < wanted;
            case "≤" -> value <= wanted;
            case ">" -> value > wanted;
            case "≥" -> value >= wanted;
            default -> throw new ListException("Invalid condition: " + operator);
        };
    }

    private double number(Variables variables) throws ListException {
        String text = text(variables);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new ListException("Invalid filter value: " + text);
        }
    }

    private boolean isTruth(boolean value, Variables variables) throws ListException {
        boolean wanted = text(variables).equalsIgnoreCase("true");
        return switch (operator) {
            case "is" -> value == wanted;
            case "is not" -> value != wanted;
            default -> throw new ListException("Invalid condition: " + operator);
        };
    }

    /** The attributes of files by which lists are filtered and sorted. */
    static final class FileKey {

        private FileKey() {}

        static @Nullable Object of(Map<String, @Nullable Object> file, String key)
                throws ListException {
            if (!FileValues.isFile(file)) {
                throw new ListException("Invalid key: " + key);
            }
            return switch (key) {
                case "name" -> file.get("filename");
                case "url" -> file.get("url") == null ? file.get("remote_url") : file.get("url");
                case "extension", "mime_type", "related_id", "type", "transfer_method", "size" ->
                        file.get(key);
                default -> throw new ListException("Invalid key: " + key);
            };
        }
    }
}
