package io.holdfast.engine.app.refusal;

import io.holdfast.platform.error.HoldfastException;

/** What a client sent does not fit the app (dsl.md 2.10). */
public final class InvalidInputException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(400, "invalid_input", message);
    }
}
