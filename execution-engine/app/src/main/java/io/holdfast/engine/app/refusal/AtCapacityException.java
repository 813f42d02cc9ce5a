package io.holdfast.engine.app.refusal;

import io.holdfast.platform.error.HoldfastException;
import java.time.Duration;
import java.util.Optional;

/** This engine can take no more runs now. */
public final class AtCapacityException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    public AtCapacityException(String message) {
        super(503, "at_capacity", message);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
