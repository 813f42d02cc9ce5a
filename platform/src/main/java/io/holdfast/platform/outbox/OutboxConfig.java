package io.holdfast.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave the outbox. */
@ConfigMapping(prefix = "holdfast.outbox")
public interface OutboxConfig {

    /** Whether this process may relay; at any time one process of a service does. */
    @WithDefault("true")
    boolean enabled();

    /** Most events that are published in one go. */
    @WithDefault("500")
    int batch();

    /** How often the relay looks when nothing was there. */
    @WithDefault("100MS")
    Duration lookEvery();

    /** The longest pause after Kafka did not take events; pauses double from 200 ms. */
    @WithDefault("5S")
    Duration longestPause();

    /** How long Kafka may take for a batch. */
    @WithDefault("10S")
    Duration publishWithin();

    /** Largest event in bytes; must not exceed the broker's {@code message.max.bytes}. */
    @WithDefault("1000000")
    int largestEvent();
}
