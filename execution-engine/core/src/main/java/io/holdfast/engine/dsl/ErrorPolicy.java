package io.holdfast.engine.dsl;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a node fails (dsl.md 3.0).
 *
 * @param strategy what to do when no attempt is left
 * @param defaultValues the outputs of {@link Strategy#DEFAULT_VALUE}, by name, converted
 * @param maxRetries further attempts after the first; 0 when retries are switched off
 * @param retryInterval from a failed attempt to the next
 */
public record ErrorPolicy(
        Strategy strategy,
        Map<String, @Nullable Object> defaultValues,
        int maxRetries,
        Duration retryInterval) {

    /** A failure fails the run. */
    public static final ErrorPolicy NONE =
            new ErrorPolicy(Strategy.NONE, Map.of(), 0, Duration.ZERO);

    /** What to do when no attempt is left. */
    public enum Strategy {
        /** The run fails. */
        NONE,
        /** The node counts as done and takes its fail branch. */
        FAIL_BRANCH,
        /** The node counts as done with default values. */
        DEFAULT_VALUE
    }

    /** Whether an attempt may be repeated, which also changes what counts as a failure of http. */
    public boolean retries() {
        return maxRetries > 0;
    }
}
