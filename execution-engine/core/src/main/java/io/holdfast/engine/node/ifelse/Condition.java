package io.holdfast.engine.node.ifelse;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.ValueType;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a case (dsl.md 3.6).
 *
 * @param expected as written: text with references, a list of such, a boolean or a number
 */
public record Condition(
        Selector selector,
        String operator,
        @Nullable Object expected,
        Optional<FileConditions> files) {

    private static final Set<String> OPERATORS =
            Set.of(
                    "contains",
                    "not contains",
                    "start with",
                    "end with",
                    "is",
                    "is not",
                    "empty",
                    "not empty",
                    "in",
                    "not in",
                    "all of",
                    "=",
                    "≠",
                    ">",
                    "<",
                    "≥",
                    "≤",
                    "null",
                    "not null",
                    "exists",
                    "not exists");

    static Condition parse(NodeData data) {
        String operator = data.requireText("comparison_operator");
        if (!OPERATORS.contains(operator)) {
            throw new NodeDataException(
                    data.path() + ".comparison_operator '" + operator + "' is not known");
        }
        return new Condition(
                data.requireSelector("variable_selector"),
                operator,
                data.fields().get("value"),
                FileConditions.parse(data));
    }

    /**
     * Whether the condition holds.
     *
     * @param shown takes what was compared, for display
     * @throws ComparisonException when the variable is missing or cannot be compared
     */
    boolean holds(Variables variables, List<Object> shown) throws ComparisonException {
        if (!(variables.get(selector) instanceof Lookup.Found(Object actual))) {
            throw new ComparisonException(
                    "Variable " + PythonText.repr(selector.path()) + " not found");
        }
        Object wanted = wanted(variables, actual);
        shown.add(shown(actual, wanted));
        if (ValueType.of(actual) == ValueType.ARRAY_FILE && isAboutElements()) {
            FileConditions conditions =
                    files.orElseThrow(() -> new ComparisonException("Sub variable is required"));
            return conditions.hold(
                    Values.asList(Objects.requireNonNull(actual)), variables, operator);
        }
        return new Comparison(operator, actual, wanted).holds();
    }

    private boolean isAboutElements() {
        return operator.equals("contains")
                || operator.equals("not contains")
                || operator.equals("all of");
    }

    private @Nullable Object wanted(Variables variables, @Nullable Object actual)
            throws ComparisonException {
        Object rendered = render(expected, variables);
        boolean ofBooleans =
                actual instanceof Boolean || ValueType.of(actual) == ValueType.ARRAY_BOOLEAN;
        return ofBooleans && rendered instanceof String text ? parseBoolean(text) : rendered;
    }

    static @Nullable Object render(@Nullable Object written, Variables variables) {
        return switch (written) {
            case String text -> ReferenceTemplate.parse(text).renderText(variables);
            case List<?> items -> {
                List<@Nullable Object> rendered = new ArrayList<>();
                items.forEach(item -> rendered.add(render(item, variables)));
                yield rendered;
            }
            case Number number -> ValueText.text(number);
            case null -> null;
            default -> written;
        };
    }

    /** Expected booleans are JSON: {@code True} is none. */
    private static @Nullable Object parseBoolean(String text) throws ComparisonException {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            case "" -> null;
            default -> parseTruth(text);
        };
    }

    private static boolean parseTruth(String text) throws ComparisonException {
        try {
            return Long.parseLong(text.strip()) != 0;
        } catch (NumberFormatException _) {
            throw new ComparisonException("unexpected value: cannot convert to boolean: " + text);
        }
    }

    private Map<String, @Nullable Object> shown(@Nullable Object actual, @Nullable Object wanted) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("actual_value", actual);
        shown.put("expected_value", wanted);
        shown.put("comparison_operator", operator);
        return shown;
    }
}
