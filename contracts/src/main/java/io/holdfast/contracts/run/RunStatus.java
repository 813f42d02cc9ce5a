package io.holdfast.contracts.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The states of a run as every service names them (dsl.md 4.12). */
public enum RunStatus {
    RUNNING("running", false),
    PAUSED("paused", false),
    SUCCEEDED("succeeded", true),
    PARTIAL_SUCCEEDED("partial-succeeded", true),
    FAILED("failed", true),
    STOPPED("stopped", true);

    private final String wireName;
    private final boolean terminal;

    RunStatus(String wireName, boolean terminal) {
        this.wireName = wireName;
        this.terminal = terminal;
    }

    /** The name on every wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether the status can never change again. */
    public boolean isTerminal() {
        return terminal;
    }

    /**
     * The status of a wire name.
     *
     * @throws IllegalArgumentException when no status has that name
     */
    @JsonCreator
    public static RunStatus of(String wireName) {
        for (RunStatus status : values()) {
            if (status.wireName.equals(wireName)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown run status: " + wireName);
    }
}
