package io.holdfast.engine.dsl.form;

/** A form value is not acceptable; the message is the one that the client reads (dsl.md 2.10). */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }
}
