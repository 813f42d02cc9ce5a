package io.holdfast.engine.app.client;

import org.jspecify.annotations.Nullable;

/** No replica of a service answered. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
