package io.holdfast.engine.dsl;

import io.holdfast.engine.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and copies parsed YAML: maps, lists and scalars of which nothing is certain. */
public final class Trees {

    private Trees() {}

    /** The value as a map, an empty one when it is none. */
    public static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Values.asMap(map) : Map.of();
    }

    /** The map below a key, an empty one when there is none. */
    public static Map<String, @Nullable Object> map(
            Map<String, @Nullable Object> tree, String key) {
        return map(tree.get(key));
    }

    /** The value as a list, an empty one when it is none. */
    public static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? Values.asList(list) : List.of();
    }

    /** The maps of the list below a key; whatever else the list holds is left out. */
    public static List<Map<String, @Nullable Object>> maps(
            Map<String, @Nullable Object> tree, String key) {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (Object item : list(tree.get(key))) {
            if (item instanceof Map<?, ?> map) {
                maps.add(Values.asMap(map));
            }
        }
        return maps;
    }

    /** A text or a number's text; empty when there is neither. */
    public static String text(Map<String, @Nullable Object> tree, String key) {
        return switch (tree.get(key)) {
            case String text -> text;
            case Number number -> number.toString();
            case null, default -> "";
        };
    }

    /** A text; null when there is none. */
    public static @Nullable String textOrNull(Map<String, @Nullable Object> tree, String key) {
        return tree.get(key) instanceof String text ? text : null;
    }

    /** A whole number, also when it is written as a text; 0 when there is none. */
    public static int integer(Map<String, @Nullable Object> tree, String key) {
        return switch (tree.get(key)) {
            case Number number -> (int) Math.clamp(number.doubleValue(), 0, Integer.MAX_VALUE);
            case String text when text.matches("[0-9]{1,9}") -> Integer.parseInt(text);
            case null, default -> 0;
        };
    }

    /** Whether Python takes the value for true. */
    public static boolean isTruthy(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case BigInteger number -> number.signum() != 0;
            case Number number -> number.doubleValue() != 0;
            case Map<?, ?> map -> !map.isEmpty();
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    /** A copy that may be changed, down to its leaves; keys that are no texts become texts. */
    public static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> copy(map);
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    /** A copy that may be changed, down to its leaves. */
    public static Map<String, @Nullable Object> copy(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), copy((Object) item)));
        return copy;
    }

    /** A copy that cannot be changed, down to its leaves. */
    public static @Nullable Object freeze(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> freeze(map);
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(item -> copy.add(freeze(item)));
                yield Collections.unmodifiableList(copy);
            }
            case null, default -> value;
        };
    }

    /** A copy that cannot be changed, down to its leaves. */
    public static Map<String, @Nullable Object> freeze(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), freeze((Object) item)));
        return Collections.unmodifiableMap(copy);
    }
}
