package io.holdfast.contracts.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a dataset's index holds: vectors and text, or keywords alone (knowledge.md 1). */
public enum IndexingTechnique {
    HIGH_QUALITY("high_quality"),
    ECONOMY("economy");

    private final String wireName;

    IndexingTechnique(String wireName) {
        this.wireName = wireName;
    }

    /** The name on every wire and in the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The value of a wire name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    @JsonCreator
    public static IndexingTechnique of(String wireName) {
        for (IndexingTechnique value : values()) {
            if (value.wireName.equals(wireName)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown indexing technique: " + wireName);
    }
}
