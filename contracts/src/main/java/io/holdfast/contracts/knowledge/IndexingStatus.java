package io.holdfast.contracts.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a document is on its way into the index (knowledge.md 2). */
public enum IndexingStatus {
    WAITING("waiting"),
    PARSING("parsing"),
    CLEANING("cleaning"),
    SPLITTING("splitting"),
    INDEXING("indexing"),
    COMPLETED("completed"),
    ERROR("error");

    private final String wireName;

    IndexingStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name on every wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether the status can only be left by indexing anew. */
    public boolean isTerminal() {
        return this == COMPLETED || this == ERROR;
    }

    /**
     * The value of a wire name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    @JsonCreator
    public static IndexingStatus of(String wireName) {
        for (IndexingStatus value : values()) {
            if (value.wireName.equals(wireName)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown indexing status: " + wireName);
    }
}
