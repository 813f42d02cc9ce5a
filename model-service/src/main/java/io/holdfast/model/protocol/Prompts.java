package io.holdfast.model.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the text of requests. */
public final class Prompts {

    private Prompts() {}

    /** All text of a chat request's messages or of an embedding request's input. */
    public static String text(JsonNode body) {
        var text = new StringBuilder();
        for (JsonNode message : body.path("messages")) {
            append(message.path("content"), text);
        }
        append(body.path("input"), text);
        return text.toString();
    }

    /** The text of the last message of a user; empty when there is none. */
    public static String question(JsonNode body) {
        var last = "";
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asText("").equals("user")) {
                var text = new StringBuilder();
                append(message.path("content"), text);
                last = text.toString();
            }
        }
        return last;
    }

    private static void append(JsonNode content, StringBuilder text) {
        if (content.isTextual()) {
            text.append(content.asText());
        }
        for (JsonNode part : content) {
            text.append(part.isTextual() ? part.asText() : part.path("text").asText(""));
        }
    }
}
