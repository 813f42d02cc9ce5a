package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.List;

/** A list; equal only to itself in Java, see {@link Comparison} for Python's equality. */
public final class PyList {

    private final List<Object> items;

    public PyList() {
        this.items = new ArrayList<>();
    }

    /** Takes the list over. */
    public PyList(List<Object> items) {
        this.items = items;
    }

    /** The live items. */
    public List<Object> items() {
        return items;
    }
}
