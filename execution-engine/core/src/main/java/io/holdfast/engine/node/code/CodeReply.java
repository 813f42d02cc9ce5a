package io.holdfast.engine.node.code;

import org.jspecify.annotations.Nullable;

/** What became of executed code. */
public sealed interface CodeReply {

    /** The code returned something, not necessarily an object. */
    record Returned(@Nullable Object value) implements CodeReply {}

    /** The code, or the sandbox, failed. */
    record Failed(String message) implements CodeReply {}
}
