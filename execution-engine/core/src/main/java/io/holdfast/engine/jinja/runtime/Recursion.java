package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.jinja.syntax.Stmt;

/** A loop that can run again inside itself. */
record Recursion(Renderer renderer, Stmt.For loop, Scope scope) {

    Object run(Object items, int depth) {
        Sink sink = renderer.sink();
        renderer.loop(loop, scope, sink, depth, items);
        return renderer.context().rendered(sink.text());
    }
}
