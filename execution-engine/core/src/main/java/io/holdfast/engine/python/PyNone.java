package io.holdfast.engine.python;

/** Python's {@code None}, so that no value inside an evaluation is null. */
public enum PyNone {
    NONE
}
