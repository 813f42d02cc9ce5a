package io.holdfast.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.protocol.Piece;

/** Answers that came in one piece. */
final class WholeAnswers {

    private WholeAnswers() {}

    static Piece asWhole(ObjectNode answer) {
        return new Piece.Whole(answer, text(answer));
    }

    /** What a server that does not stream said, as the one chunk of a stream. */
    static Piece asChunk(ObjectNode answer) {
        var text = text(answer);
        var chunk = answer.deepCopy().put("object", "chat.completion.chunk");
        chunk.remove("usage");
        for (JsonNode choice : chunk.path("choices")) {
            if (choice instanceof ObjectNode open && open.has("message")) {
                open.set("delta", open.remove("message"));
            }
        }
        return new Piece.Chunk(chunk.toString(), text, true);
    }

    private static String text(ObjectNode answer) {
        var text = new StringBuilder();
        for (JsonNode choice : answer.path("choices")) {
            text.append(Deltas.text(choice.path("message")));
        }
        return text.toString();
    }
}
