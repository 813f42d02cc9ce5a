package io.holdfast.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The public API's limits and the calls behind it. */
@ConfigMapping(prefix = "holdfast.gateway")
public interface GatewayConfig {

    /** Largest request body in bytes. */
    @WithDefault("15728640")
    int maxBody();

    /** How long a caller may take to send its body. */
    @WithDefault("60S")
    Duration bodyWithin();

    /** Most runs that clients of this instance follow at the same time. */
    @WithDefault("2000")
    int maxRuns();

    /** The version of Dify's API that is spoken, as {@code X-Version} tells it. */
    @WithDefault("1.14.2")
    String apiVersion();

    /** What {@code X-Env} tells. */
    @WithDefault("PRODUCTION")
    String environment();

    /** How often a stream carries a ping. */
    @WithDefault("10S")
    Duration pingEvery();

    /** How long a valid key is trusted without asking the database again. */
    @WithDefault("3S")
    Duration keyCache();

    /** How long an app's description is used without asking the engine again. */
    @WithDefault("2S")
    Duration appCache();

    /** How long a connection to another service may take to be made. */
    @WithDefault("2S")
    Duration connectWithin();

    /** How long another service may take for a plain answer. */
    @WithDefault("20S")
    Duration answerWithin();

    /** How long a run's stream may be silent before it is picked up again at any engine. */
    @WithDefault("30S")
    Duration silentFor();

    /** How long a broken stream is tried to be picked up again without any progress. */
    @WithDefault("30S")
    Duration reconnectFor();
}
