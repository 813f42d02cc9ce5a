package io.holdfast.engine.run;

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
    FAIL_RUN
}
