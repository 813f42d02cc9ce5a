package io.holdfast.engine.python;

import org.jspecify.annotations.Nullable;

/** A value beyond Python's plain data: functions, views, iterators, a template's own objects. */
public interface PyObject {

    /** Python's class name. */
    String typeName();

    default String repr() {
        return "<" + typeName() + " object>";
    }

    default String str() {
        return repr();
    }

    default boolean truth() {
        return true;
    }

    /** The attribute of that name, or null. */
    default @Nullable Object attribute(String name) {
        return null;
    }

    /** What using this value as an operand raises; null when it is an ordinary value. */
    default @Nullable PythonException failure() {
        return null;
    }
}
