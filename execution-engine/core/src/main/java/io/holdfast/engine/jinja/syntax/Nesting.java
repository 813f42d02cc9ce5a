package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.LimitException;

/** Bounds how deep a template nests, so that parsing cannot use up the stack. */
final class Nesting {

    static final int MAX_DEPTH = 100;

    private int depth;

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw new LimitException("Template nests deeper than " + MAX_DEPTH + " levels");
        }
    }

    void leave() {
        depth--;
    }
}
