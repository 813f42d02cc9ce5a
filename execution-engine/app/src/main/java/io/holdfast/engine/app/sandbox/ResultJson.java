package io.holdfast.engine.app.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON to and from the sandbox. */
final class ResultJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ResultJson() {}

    /** The outcome that the JSON of {@code main}'s return value makes. */
    static CodeOutcome outcome(String json) {
        try {
            return new CodeOutcome.Returned(JsonReader.read(json));
        } catch (JsonSyntaxException e) {
            return new CodeOutcome.Failed("Failed to parse result: " + e.getMessage());
        }
    }

    static byte[] bytes(Map<String, ?> value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Map<String, ?> value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Inputs are no JSON values", e);
        }
    }
}
