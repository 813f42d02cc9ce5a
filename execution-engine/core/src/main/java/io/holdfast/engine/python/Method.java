package io.holdfast.engine.python;

/** The body of a built-in function over its bound arguments. */
@FunctionalInterface
interface Method {

    Object call(Object self, Signature.Bound args, Budget budget);
}
