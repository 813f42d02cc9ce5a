package io.holdfast.scheduler.job;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Trying again gives the same; the message is shown to the user. */
final class HopelessException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    HopelessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What the user is told. */
    String reason() {
        String message = getMessage();
        return message == null ? "unknown" : message;
    }
}
