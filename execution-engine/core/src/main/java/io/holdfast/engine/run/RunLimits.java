package io.holdfast.engine.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The bounds of a run (dsl.md 4.10).
 *
 * @param maxSteps attempts of nodes that may begin
 * @param maxDuration from acceptance to the end
 * @param maxInterruptions how often one step may be cut off by a crash before it counts as failed,
 *     so that a step that brings down what carries it out cannot do so for ever
 */
public record RunLimits(int maxSteps, Duration maxDuration, int maxInterruptions) {

    /** What Dify has. */
    public static final RunLimits DEFAULT = new RunLimits(500, Duration.ofMinutes(20), 5);

    /** What to tell about a run with that many attempts; empty while it is within its bounds. */
    Optional<String> exceededBy(int steps) {
        return steps > maxSteps
                ? Optional.of("Maximum execution steps exceeded: " + steps + " > " + maxSteps)
                : Optional.empty();
    }

    /** What to tell about a run of that age; empty while it is within its bounds. */
    Optional<String> exceededBy(Duration age) {
        return age.compareTo(maxDuration) > 0
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "Maximum execution time exceeded: %.2fs > %ds",
                                StepViews.seconds(age),
                                maxDuration.toSeconds()))
                : Optional.empty();
    }
}
