package io.holdfast.contracts.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a model does, by Dify's names (models.md 2). */
public enum ModelType {
    LLM("llm"),
    TEXT_EMBEDDING("text-embedding");

    private final String wireName;

    ModelType(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The type of this name; {@code embedding} is understood too.
     *
     * @throws IllegalArgumentException for any other name
     */
    @JsonCreator
    public static ModelType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name) || type.wireName.endsWith("-" + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such model type: " + name));
    }
}
