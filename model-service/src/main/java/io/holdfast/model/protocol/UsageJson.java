package io.holdfast.model.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.usage.TokenCounts;

/** Reads and writes the protocol's {@code usage} object. */
public final class UsageJson {

    private static final String PROMPT = "prompt_tokens";
    private static final String COMPLETION = "completion_tokens";
    private static final String TOTAL = "total_tokens";

    private UsageJson() {}

    /** The upstream's counts, with the details that it gave beside them. */
    public static Piece.Counts counts(JsonNode usage) {
        var tokens =
                new TokenCounts(
                        usage.path(PROMPT).asLong(0), usage.path(COMPLETION).asLong(0), false);
        return new Piece.Counts(tokens, usage.deepCopy());
    }

    /** The object for these counts. */
    public static ObjectNode write(TokenCounts tokens) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(PROMPT, tokens.prompt())
                .put(COMPLETION, tokens.completion())
                .put(TOTAL, tokens.prompt() + tokens.completion());
    }
}
