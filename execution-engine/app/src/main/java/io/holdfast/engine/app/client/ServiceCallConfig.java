package io.holdfast.engine.app.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the engine calls other services. */
@ConfigMapping(prefix = "holdfast.service-call")
public interface ServiceCallConfig {

    /** How long a step waits for a service of which no replica can be reached before it fails. */
    @WithDefault("30S")
    Duration patience();
}
