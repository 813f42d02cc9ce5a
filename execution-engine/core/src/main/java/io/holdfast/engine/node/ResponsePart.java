package io.holdfast.engine.node;

import io.holdfast.engine.value.Selector;

/** A stretch of what a response node shows. */
public sealed interface ResponsePart {

    /** Text as written. */
    record Literal(String text) implements ResponsePart {}

    /** A value, streamed where its node streams it. */
    record Reference(Selector selector) implements ResponsePart {}
}
