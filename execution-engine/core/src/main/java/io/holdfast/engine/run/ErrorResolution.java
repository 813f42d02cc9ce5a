package io.holdfast.engine.run;

import io.holdfast.engine.dsl.ErrorPolicy;

/** What follows from a failed attempt (dsl.md 3.0). */
public enum ErrorResolution {
    /** Another attempt after the configured interval. */
    RETRY,
    /** The node counts as done and takes its fail branch. */
    FAIL_BRANCH,
    /** The node counts as done with its default values. */
    DEFAULT_VALUE,
    /** The round of the container in which the node stands ends; the container goes on or fails. */
    FAIL_ROUND,
    /** The run ends. */
    FAIL_RUN;

    static ErrorResolution of(Step step, int attempt) {
        ErrorPolicy policy = step.node().errorPolicy();
        if (step.node().logic().retryable() && attempt <= policy.maxRetries()) {
            return RETRY;
        }
        return switch (policy.strategy()) {
            case NONE -> step.frame().isOutermost() ? FAIL_RUN : FAIL_ROUND;
            case FAIL_BRANCH -> FAIL_BRANCH;
            case DEFAULT_VALUE -> DEFAULT_VALUE;
        };
    }
}
