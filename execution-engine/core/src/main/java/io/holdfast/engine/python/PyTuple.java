package io.holdfast.engine.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tuple.
 *
 * @param names of the items, for a named tuple; empty otherwise
 */
public record PyTuple(List<Object> items, List<String> names) {

    public PyTuple {
        items = List.copyOf(items);
        names = List.copyOf(names);
    }

    public PyTuple(List<Object> items) {
        this(items, List.of());
    }

    public static PyTuple of(Object... items) {
        return new PyTuple(List.of(items));
    }

    @Nullable Object named(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : items.get(index);
    }
}
