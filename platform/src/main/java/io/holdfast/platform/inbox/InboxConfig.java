package io.holdfast.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are taken in. */
@ConfigMapping(prefix = "holdfast.inbox")
public interface InboxConfig {

    /** How often an event is tried before it becomes a dead letter. */
    @WithDefault("5")
    int attempts();

    /** The pause after the first failed attempt; doubled after each. */
    @WithDefault("200MS")
    Duration firstPause();

    /** How long one attempt may take. */
    @WithDefault("30S")
    Duration attemptWithin();

    /** How long an event's id is remembered: longer than Kafka keeps the event. */
    @WithDefault("8D")
    Duration retention();

    /** How often ids that are too old are forgotten. */
    @WithDefault("10M")
    Duration forgetEvery();
}
