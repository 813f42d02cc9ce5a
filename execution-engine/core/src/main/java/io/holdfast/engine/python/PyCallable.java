package io.holdfast.engine.python;

/** A value that can be called. */
public interface PyCallable extends PyObject {

    Object call(Args args, Budget budget);
}
