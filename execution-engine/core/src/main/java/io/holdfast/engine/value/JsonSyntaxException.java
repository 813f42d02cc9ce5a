package io.holdfast.engine.value;

/** A text is no JSON; the message says where and never holds the text. */
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String message) {
        super(message);
    }
}
