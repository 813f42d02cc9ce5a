package io.holdfast.platform.error;

import io.holdfast.contracts.error.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fault that the caller is told about. One subtype per cause, which fixes status and code; the
 * message is for people and names no secret.
 */
public abstract class HoldfastException extends RuntimeException {

    private final int status;
    private final String code;

    protected HoldfastException(int status, String code, String message) {
        this(status, code, message, null);
    }

    protected HoldfastException(
            int status, String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    /** The HTTP status of the answer. */
    public final int status() {
        return status;
    }

    /** What went wrong, for programs: lower case with underscores. */
    public final String code() {
        return code;
    }

    /** When the caller may try again; empty where that would not help. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The body of the answer. */
    public final Problem problem() {
        String message = getMessage();
        return new Problem(code, message == null ? code : message, status);
    }
}
