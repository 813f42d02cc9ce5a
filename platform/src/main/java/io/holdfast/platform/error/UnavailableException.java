package io.holdfast.platform.error;

import io.holdfast.contracts.error.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that is needed cannot be reached now; the caller may try again. */
public class UnavailableException extends HoldfastException {

    private static final Duration SOON = Duration.ofSeconds(1);

    public UnavailableException(String message, @Nullable Throwable cause) {
        super(503, Problem.UNAVAILABLE, message, cause);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(SOON);
    }
}
