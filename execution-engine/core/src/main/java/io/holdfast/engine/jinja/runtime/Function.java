package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.Args;
import io.holdfast.engine.python.Budget;
import io.holdfast.engine.python.PyCallable;

/** A function of an object of ours. */
record Function(String name, Body body) implements PyCallable {

    /** What it does with its arguments. */
    @FunctionalInterface
    interface Body {
        Object apply(Args args);
    }

    @Override
    public String typeName() {
        return "method";
    }

    @Override
    public Object call(Args args, Budget budget) {
        return body.apply(args);
    }
}
