package io.holdfast.model.usage;

import org.jspecify.annotations.Nullable;

/**
 * When a call's tokens came, in nanoseconds since it began.
 *
 * @param firstToken null when the answer came whole or never
 */
public record CallTimes(@Nullable Long firstToken, long end) {

    private static final double NANOS = 1e9;

    double latency() {
        return seconds(end);
    }

    @Nullable Double timeToFirstToken() {
        return firstToken == null ? null : seconds(firstToken);
    }

    @Nullable Double timeToGenerate() {
        return firstToken == null ? null : seconds(end - firstToken);
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / NANOS * 1e4) / 1e4;
    }
}
