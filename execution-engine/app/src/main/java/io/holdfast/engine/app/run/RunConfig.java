package io.holdfast.engine.app.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of runs (dsl.md 4.10). */
@ConfigMapping(prefix = "holdfast.run")
public interface RunConfig {

    /** Attempts of nodes that may begin in one run. */
    @WithDefault("500")
    int maxSteps();

    /** How long a run may take. */
    @WithDefault("20M")
    Duration maxDuration();

    /** How often a step may be cut off by a crash before it counts as failed. */
    @WithDefault("5")
    int maxInterruptions();

    /** Runs that one engine drives at the same time; more are refused with 503. */
    @WithDefault("5000")
    int maxLive();

    /** How often an engine looks for runs that others left behind. */
    @WithDefault("1S")
    Duration takeoverInterval();

    /** How often the journal of a run that another engine drives is read for its followers. */
    @WithDefault("200MS")
    Duration tailInterval();
}
