package io.holdfast.contracts.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a dataset is searched (knowledge.md 7.1). */
public enum SearchMethod {
    SEMANTIC_SEARCH("semantic_search"),
    FULL_TEXT_SEARCH("full_text_search"),
    HYBRID_SEARCH("hybrid_search"),
    KEYWORD_SEARCH("keyword_search");

    private final String wireName;

    SearchMethod(String wireName) {
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
    public static SearchMethod of(String wireName) {
        for (SearchMethod value : values()) {
            if (value.wireName.equals(wireName)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown search method: " + wireName);
    }
}
