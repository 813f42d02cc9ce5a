package io.holdfast.engine.app.journal;

import io.holdfast.platform.error.HoldfastException;
import java.time.Duration;
import java.util.Optional;

/** Another engine has taken the run over; nothing that this one still wants to say counts. */
public final class LeaseLostException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException(String message) {
        super(503, "at_capacity", message);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
