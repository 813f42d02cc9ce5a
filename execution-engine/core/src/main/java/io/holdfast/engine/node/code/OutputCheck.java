package io.holdfast.engine.node.code;

import io.holdfast.engine.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what code returned against the node's declaration (the table of dsl.md 3.8). */
final class OutputCheck {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_TEXT = 400_000;
    private static final int MAX_STRINGS = 30;
    private static final int MAX_NUMBERS = 1_000;
    private static final int MAX_OBJECTS = 30;
    private static final int MAX_PRECISION = 20;
    private static final BigDecimal MAX_NUMBER = BigDecimal.valueOf(Long.MAX_VALUE);

    private OutputCheck() {}

    /**
     * The outputs of the node.
     *
     * @throws OutputException when the result does not fit
     */
    static Map<String, @Nullable Object> outputs(
            Map<String, OutputType> declared, Map<String, @Nullable Object> result)
            throws OutputException {
        return object(declared, result, "", 1);
    }

    private static Map<String, @Nullable Object> object(
            Map<String, OutputType> declared,
            Map<String, @Nullable Object> result,
            String prefix,
            int depth)
            throws OutputException {
        requireDepth(depth);
        if (declared.isEmpty()) {
            for (Map.Entry<String, @Nullable Object> entry : result.entrySet()) {
                untyped(entry.getValue(), dotted(prefix, entry.getKey()), depth);
            }
            return result;
        }
        Map<String, @Nullable Object> checked = new LinkedHashMap<>();
        for (Map.Entry<String, OutputType> entry : declared.entrySet()) {
            String name = dotted(prefix, entry.getKey());
            if (!result.containsKey(entry.getKey())) {
                throw new OutputException("Output " + name + " is missing.");
            }
            checked.put(
                    entry.getKey(),
                    typed(entry.getValue(), result.get(entry.getKey()), name, depth));
        }
        if (checked.size() != result.size()) {
            throw new OutputException("CodeNodeError", "Not all output parameters are validated.");
        }
        return checked;
    }

    private static @Nullable Object typed(
            OutputType type, @Nullable Object value, String name, int depth)
            throws OutputException {
        return switch (type.name()) {
            case "string" -> text(value, name);
            case "number" -> number(value, name);
            case "boolean" -> value;
            case "object" -> nested(type, value, name, depth);
            case "array[string]" -> strings(value, name);
            case "array[number]" -> numbers(value, name);
            case "array[object]" -> objects(type, value, name, depth);
            case "array[boolean]" -> booleans(value, name);
            default ->
                    throw new OutputException("Output type " + type.name() + " is not supported.");
        };
    }

    private static @Nullable Object nested(
            OutputType type, @Nullable Object value, String name, int depth)
            throws OutputException {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?>)) {
            throw new OutputException(
                    "Output "
                            + name
                            + " is not an object, got "
                            + PythonTypes.of(value)
                            + " instead.");
        }
        return object(type.children(), Values.asMap(value), name, depth + 1);
    }

    private static @Nullable String text(@Nullable Object value, String name)
            throws OutputException {
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new OutputException(
                    "Output "
                            + name
                            + " must be a string, got "
                            + PythonTypes.nameOf(value)
                            + " instead.");
        }
        if (text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw new OutputException(
                    "The length of output variable `"
                            + name
                            + "` must be less than "
                            + MAX_TEXT
                            + " characters");
        }
        return text.replace("\0", "");
    }

    private static @Nullable Object number(@Nullable Object value, String name)
            throws OutputException {
        return switch (value) {
            case null -> null;
            case Boolean bool -> bool ? 1L : 0L;
            case Number number -> bounded(number, name);
            default ->
                    throw new OutputException(
                            "Output "
                                    + name
                                    + " is not a number, got "
                                    + PythonTypes.of(value)
                                    + " instead.");
        };
    }

    private static Number bounded(Number number, String name) throws OutputException {
        BigDecimal exact = exact(number, name);
        if (exact.abs().compareTo(MAX_NUMBER) > 0) {
            throw new OutputException(
                    "Output variable `"
                            + name
                            + "` is out of range, it must be between -"
                            + MAX_NUMBER
                            + " and "
                            + MAX_NUMBER
                            + ".");
        }
        if (exact.scale() > MAX_PRECISION) {
            throw new OutputException(
                    "Output variable `"
                            + name
                            + "` has too high precision, it must be less than "
                            + MAX_PRECISION
                            + " digits.");
        }
        return number;
    }

    private static BigDecimal exact(Number number, String name) throws OutputException {
        return switch (number) {
            case BigInteger integer -> new BigDecimal(integer);
            case Double decimal when decimal.isNaN() || decimal.isInfinite() ->
                    throw new OutputException("Output " + name + " is not a finite number.");
            default -> new BigDecimal(number.toString()).stripTrailingZeros();
        };
    }

    private static @Nullable Object strings(@Nullable Object value, String name)
            throws OutputException {
        List<@Nullable Object> checked = new ArrayList<>();
        for (Object item : list(value, name, MAX_STRINGS)) {
            checked.add(text(item, name + "[" + checked.size() + "]"));
        }
        return value == null ? null : checked;
    }

    private static @Nullable Object numbers(@Nullable Object value, String name)
            throws OutputException {
        List<@Nullable Object> checked = new ArrayList<>();
        for (Object item : list(value, name, MAX_NUMBERS)) {
            if (!(item instanceof Number) && !(item instanceof Boolean)) {
                throw new OutputException(
                        "The element at index "
                                + checked.size()
                                + " of output variable `"
                                + name
                                + "` must be a number.");
            }
            checked.add(number(item, name + "[" + checked.size() + "]"));
        }
        return value == null ? null : checked;
    }

    private static @Nullable Object booleans(@Nullable Object value, String name)
            throws OutputException {
        int index = 0;
        for (Object item : list(value, name, Integer.MAX_VALUE)) {
            if (item != null && !(item instanceof Boolean)) {
                throw new OutputException(
                        "Output "
                                + name
                                + "["
                                + index
                                + "] is not a boolean, got "
                                + PythonTypes.of(item)
                                + " instead.");
            }
            index++;
        }
        return value;
    }

    private static @Nullable Object objects(
            OutputType type, @Nullable Object value, String name, int depth)
            throws OutputException {
        List<@Nullable Object> checked = new ArrayList<>();
        for (Object item : list(value, name, MAX_OBJECTS)) {
            String where = name + "[" + checked.size() + "]";
            if (item != null && !(item instanceof Map<?, ?>)) {
                throw new OutputException(
                        "Output "
                                + where
                                + " is not an object, got "
                                + PythonTypes.of(item)
                                + " instead at index "
                                + checked.size()
                                + ".");
            }
            checked.add(
                    item == null
                            ? null
                            : object(type.children(), Values.asMap(item), where, depth + 1));
        }
        return value == null ? null : checked;
    }

    private static List<@Nullable Object> list(@Nullable Object value, String name, int most)
            throws OutputException {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new OutputException(
                    "Output "
                            + name
                            + " is not an array, got "
                            + PythonTypes.of(value)
                            + " instead.");
        }
        if (list.size() > most) {
            throw new OutputException(
                    "The length of output variable `"
                            + name
                            + "` must be less than "
                            + most
                            + " elements.");
        }
        return Values.asList(list);
    }

    /** Values below an object without declared children: kinds and sizes only. */
    private static void untyped(@Nullable Object value, String name, int depth)
            throws OutputException {
        switch (value) {
            case null -> {
                // null fits everywhere
            }
            case String _ -> text(value, name);
            case Boolean _ -> {
                // nothing to check
            }
            case Number number -> bounded(number, name);
            case Map<?, ?> map -> object(Map.of(), Values.asMap(map), name, depth + 1);
            case List<?> list -> untypedList(list, name, depth);
            default -> throw new OutputException("Output name " + name + " is not supported.");
        }
    }

    private static void untypedList(List<?> list, String name, int depth) throws OutputException {
        requireDepth(depth + 1);
        Class<?> common = null;
        for (Object item : list) {
            Class<?> kind = PythonTypes.kindOf(item);
            if (kind != null && common != null && kind != common) {
                throw new OutputException(
                        "Output "
                                + name
                                + " is not a valid array. make sure all elements are of the same"
                                + " type.");
            }
            common = kind == null ? common : kind;
        }
        int most = common == Number.class ? MAX_NUMBERS : MAX_STRINGS;
        list((Object) list, name, most);
        for (int i = 0; i < list.size(); i++) {
            untyped(list.get(i), name + "[" + i + "]", depth + 1);
        }
    }

    private static void requireDepth(int depth) throws OutputException {
        if (depth > MAX_DEPTH) {
            throw new OutputException(
                    "DepthLimitError", "Depth limit " + MAX_DEPTH + " reached, object too deep.");
        }
    }

    private static String dotted(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }
}
