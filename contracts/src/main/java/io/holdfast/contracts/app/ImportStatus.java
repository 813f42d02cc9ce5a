package io.holdfast.contracts.app;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an import ended (dsl.md 1.8). */
public enum ImportStatus {
    @JsonProperty("completed")
    COMPLETED,
    /** Imported; the warnings say what the caller should know. */
    @JsonProperty("completed-with-warnings")
    COMPLETED_WITH_WARNINGS,
    /** The file is newer than what is known: imported only after a confirmation. */
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("failed")
    FAILED
}
