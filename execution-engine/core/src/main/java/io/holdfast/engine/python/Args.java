package io.holdfast.engine.python;

import java.util.List;
import java.util.Map;

/** The arguments of one call; values only, None for None. */
public record Args(List<Object> positional, Map<String, Object> named) {

    public static final Args NONE = new Args(List.of(), Map.of());

    public static Args of(Object... positional) {
        return new Args(List.of(positional), Map.of());
    }

    /** The arguments after the first ones. */
    public Args from(int first) {
        return new Args(
                positional.subList(Math.min(first, positional.size()), positional.size()), named);
    }
}
