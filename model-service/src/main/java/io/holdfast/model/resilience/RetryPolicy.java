package io.holdfast.model.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: exponential waits with full jitter, never more attempts than the budget, and
 * an upstream's own {@code Retry-After} is honoured or, when it is too long to wait for, obeyed by
 * giving up.
 *
 * @param maxAttempts first one included
 * @param base upper bound of the first wait
 * @param longest no wait is longer than this
 * @param random from 0 (inclusive) to 1
 */
public record RetryPolicy(int maxAttempts, Duration base, Duration longest, DoubleSupplier random) {

    /**
     * How long to wait after this many attempts; empty to give up.
     *
     * @param retryAfter what the upstream asked for; null when it did not
     */
    public Optional<Duration> waitAfter(int attempts, @Nullable Duration retryAfter) {
        if (attempts >= maxAttempts) {
            return Optional.empty();
        }
        if (retryAfter != null) {
            return retryAfter.compareTo(longest) > 0 ? Optional.empty() : Optional.of(retryAfter);
        }
        var bound = Math.min(longest.toNanos(), base.toNanos() << Math.min(attempts - 1, 20));
        return Optional.of(Duration.ofNanos((long) (bound * random.getAsDouble())));
    }
}
