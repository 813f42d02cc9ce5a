package io.holdfast.model.openai;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what a message, or a piece of one, says. */
final class Deltas {

    private Deltas() {}

    /** All text in it: content, reasoning under either of its names, refusal and tool arguments. */
    static String text(JsonNode message) {
        var text = new StringBuilder();
        for (String field : new String[] {"content", "reasoning_content", "reasoning", "refusal"}) {
            text.append(textOf(message.path(field)));
        }
        for (JsonNode call : message.path("tool_calls")) {
            text.append(textOf(call.path("function").path("arguments")));
        }
        return text.toString();
    }

    /** Whether it carries a tool call, even one without arguments yet. */
    static boolean callsTool(JsonNode message) {
        return !message.path("tool_calls").isEmpty() || message.hasNonNull("function_call");
    }

    private static String textOf(JsonNode value) {
        return value.isTextual() ? value.asText() : "";
    }
}
