package io.holdfast.engine.node.assigner;

import io.holdfast.engine.python.Arithmetic;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.LimitException;
import io.holdfast.engine.python.Operator;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.ValueType;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out the value that an operation leaves (dsl.md 3.11). */
final class NewValue {

    private NewValue() {}

    /** The value that a variable of a type has when it is cleared; of no type, the empty text. */
    static @Nullable Object zero(@Nullable Object old) {
        return switch (old) {
            case Number _ -> 0L;
            case Boolean _ -> false;
            case Map<?, ?> _ -> Map.of();
            case List<?> _ -> List.of();
            case null, default -> "";
        };
    }

    /**
     * The new value.
     *
     * @throws AssignmentException when the given value does not fit the target
     */
    static @Nullable Object of(Operation operation, @Nullable Object old, @Nullable Object given)
            throws AssignmentException {
        if (!operation.needsNoValue() && !fits(ValueType.of(old), operation, given)) {
            throw new AssignmentException("Invalid input value " + PythonText.str(given));
        }
        return switch (operation) {
            case CLEAR -> zero(old);
            case REMOVE_FIRST -> without(list(old), 0);
            case REMOVE_LAST -> without(list(old), list(old).size() - 1);
            case OVER_WRITE, SET -> given;
            case APPEND -> joined(list(old), List.of(requireValue(given)));
            case EXTEND -> joined(list(old), list(given));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
                    computed(operation, requireValue(old), requireValue(given));
        };
    }

    private static boolean fits(ValueType type, Operation operation, @Nullable Object given) {
        boolean one = operation == Operation.APPEND;
        return switch (type) {
            case NONE -> true;
            case STRING -> given instanceof String;
            case BOOLEAN -> given instanceof Boolean;
            case INTEGER, FLOAT ->
                    given instanceof Number number
                            && (operation != Operation.DIVIDE || number.doubleValue() != 0);
            case OBJECT -> given instanceof Map<?, ?>;
            case FILE, ARRAY_FILE -> false;
            case ARRAY_STRING -> one ? isText(given) : allOf(given, NewValue::isText);
            case ARRAY_NUMBER -> one ? isNumber(given) : allOf(given, NewValue::isNumber);
            case ARRAY_BOOLEAN -> one ? isBoolean(given) : allOf(given, NewValue::isBoolean);
            case ARRAY_OBJECT -> one ? isObject(given) : allOf(given, NewValue::isObject);
            case ARRAY_ANY -> one ? isAny(given) : allOf(given, NewValue::isAny);
        };
    }

    private static boolean allOf(
            @Nullable Object given, java.util.function.Predicate<@Nullable Object> each) {
        return given instanceof List<?> && Values.asList(given).stream().allMatch(each);
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number;
    }

    private static boolean isBoolean(@Nullable Object value) {
        return value instanceof Boolean;
    }

    private static boolean isObject(@Nullable Object value) {
        return value instanceof Map<?, ?> && !FileValues.isFile(value);
    }

    private static boolean isAny(@Nullable Object value) {
        return isText(value) || isNumber(value) || isBoolean(value) || isObject(value);
    }

    private static Object computed(Operation operation, Object old, Object given)
            throws AssignmentException {
        Operator operator =
                switch (operation) {
                    case ADD -> Operator.ADD;
                    case SUBTRACT -> Operator.SUBTRACT;
                    case MULTIPLY -> Operator.MULTIPLY;
                    default -> Operator.DIVIDE;
                };
        try {
            return Arithmetic.apply(operator, exact(old), exact(given), Budget.unlimited());
        } catch (PythonException | LimitException _) {
            throw new AssignmentException("Invalid input value " + PythonText.str(given));
        }
    }

    private static Object exact(Object number) {
        return number instanceof Integer whole ? (Object) whole.longValue() : number;
    }

    private static List<@Nullable Object> without(List<@Nullable Object> list, int index) {
        if (list.isEmpty()) {
            return list;
        }
        List<@Nullable Object> rest = new ArrayList<>(list);
        rest.remove(index);
        return rest;
    }

    private static List<@Nullable Object> joined(
            List<@Nullable Object> first, List<@Nullable Object> second) {
        List<@Nullable Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> ? Values.asList(value) : List.of();
    }

    private static Object requireValue(@Nullable Object value) throws AssignmentException {
        if (value == null) {
            throw new AssignmentException("Invalid input value None");
        }
        return value;
    }
}
