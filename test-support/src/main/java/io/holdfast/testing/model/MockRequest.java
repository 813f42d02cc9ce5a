package io.holdfast.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as the mock got it.
 *
 * @param path path without query, such as {@code /v1/chat/completions}
 * @param headers by lower-case name; the last value where a name came twice
 * @param body the JSON body; a missing node where there was none
 */
public record MockRequest(String path, Map<String, String> headers, JsonNode body) {

    /** The header's value, or null. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The key by which the caller marks a repetition of the same call, or null. */
    public @Nullable String idempotencyKey() {
        return header("idempotency-key");
    }

    /** Whether the caller asked for a stream. */
    public boolean streams() {
        return body.path("stream").asBoolean(false);
    }

    /** The text of the last user message; empty when there is none. */
    public String question() {
        var text = "";
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asText().equals("user")) {
                text = contentText(message.path("content"));
            }
        }
        return text;
    }

    /** The texts of all messages, one a line, as {@code role: text}. */
    public String prompt() {
        var lines = new StringBuilder();
        for (JsonNode message : body.path("messages")) {
            lines.append(message.path("role").asText())
                    .append(": ")
                    .append(contentText(message.path("content")))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String contentText(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        var text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(part.path("text").asText(""));
        }
        return text.toString();
    }
}
