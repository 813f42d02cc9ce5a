package io.holdfast.platform.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long leases hold and how often they are renewed. */
@ConfigMapping(prefix = "holdfast.lease")
public interface LeaseConfig {

    /** Whether this process takes a member lease when it starts. */
    @WithDefault("true")
    boolean enabled();

    /** How long a lease holds without renewal. */
    @WithDefault("3S")
    Duration timeToLive();

    /** How often a lease is renewed. */
    @WithDefault("1S")
    Duration renewEvery();

    /** How often a member looks for members whose lease has lapsed. */
    @WithDefault("500MS")
    Duration lookEvery();
}
