package io.holdfast.contracts.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What orders the union of several searches (knowledge.md 7.1). */
public enum RerankingMode {
    RERANKING_MODEL("reranking_model"),
    WEIGHTED_SCORE("weighted_score");

    private final String wireName;

    RerankingMode(String wireName) {
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
    public static RerankingMode of(String wireName) {
        for (RerankingMode value : values()) {
            if (value.wireName.equals(wireName)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown reranking mode: " + wireName);
    }
}
