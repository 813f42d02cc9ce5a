package io.holdfast.engine.jinja;

import org.jspecify.annotations.Nullable;

/** A template that cannot be read or rendered; the message is Python's. */
public sealed class JinjaException extends RuntimeException
        permits JinjaSyntaxException, JinjaLimitException {

    private final String errorType;

    JinjaException(String errorType, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
        this.errorType = errorType;
    }

    /** The name of the error's class in Python, such as {@code UndefinedError}. */
    public String errorType() {
        return errorType;
    }
}
