package io.holdfast.engine.run;

import java.time.Duration;

/**
 * The bounds of a run (dsl.md 4.10).
 *
 * @param maxSteps attempts of nodes that may begin
 * @param maxDuration from acceptance to the end
 * @param maxInterruptions how often one step may be cut off by a crash before it counts as failed,
 *     so that a step that brings its engine down cannot do so for ever
 */
public record RunLimits(int maxSteps, Duration maxDuration, int maxInterruptions) {

    /** What Dify has. */
    public static final RunLimits DEFAULT = new RunLimits(500, Duration.ofMinutes(20), 5);
}
