package io.holdfast.engine.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values that may be of any kind. */
public final class Values {

    private Values() {}

    /** Casts a value that is known to be an object. */
    @SuppressWarnings("unchecked") // values are JSON: every map of a pool has string keys
    public static Map<String, @Nullable Object> asMap(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    /** Casts a value that is known to be a list. */
    @SuppressWarnings("unchecked") // values are JSON: elements may be of any kind
    public static List<@Nullable Object> asList(Object value) {
        return (List<@Nullable Object>) value;
    }

    /** Whether objects and lists lie in each other more than so many deep. */
    public static boolean deeperThan(int levels, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    levels == 0
                            || map.values().stream().anyMatch(item -> deeperThan(levels - 1, item));
            case List<?> list ->
                    levels == 0 || list.stream().anyMatch(item -> deeperThan(levels - 1, item));
            case null, default -> false;
        };
    }
}
