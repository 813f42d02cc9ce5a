package io.holdfast.scheduler.detector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How instances are watched. An instance that dies is called lost at the latest after {@code every
 * * misses + timeout}: 16.5 seconds by default, when it dies right after it answered.
 */
@ConfigMapping(prefix = "holdfast.detector")
public interface DetectorConfig {

    /** Whether this process watches. */
    @WithDefault("true")
    boolean enabled();

    /** How often every instance is probed. */
    @WithDefault("5S")
    Duration every();

    /** How long a probe waits for its answer; shorter than {@code every}. */
    @WithDefault("1500MS")
    Duration timeout();

    /** Unanswered probes in a row after which an instance is lost. */
    @WithDefault("3")
    int misses();
}
