package io.holdfast.gateway.engine;

import org.jspecify.annotations.Nullable;

/** A run's stream ended before the run did. */
final class BrokenStreamException extends RuntimeException {

    BrokenStreamException(String message) {
        this(message, null);
    }

    BrokenStreamException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
