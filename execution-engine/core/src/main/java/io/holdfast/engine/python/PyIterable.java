package io.holdfast.engine.python;

import java.util.Iterator;

/** A value that can be iterated. */
public interface PyIterable extends PyObject {

    Iterator<Object> iterate();

    /** Number of items; -1 when Python's {@code len()} refuses. */
    default long size() {
        return -1;
    }

    @Override
    default boolean truth() {
        return size() != 0;
    }
}
