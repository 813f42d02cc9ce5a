package io.holdfast.model.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.Piece;
import io.holdfast.model.protocol.UsageJson;
import io.holdfast.model.route.Upstream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the events of one upstream stream into pieces and knows whether the answer is complete. */
final class ChunkReader {

    private static final String DONE = "[DONE]";

    private final ObjectMapper json;
    private final Upstream upstream;
    private boolean finished;
    private Piece.@Nullable Counts counts;

    ChunkReader(ObjectMapper json, Upstream upstream) {
        this.json = json;
        this.upstream = upstream;
    }

    /** Whether the upstream said that its answer is over. */
    boolean finished() {
        return finished;
    }

    /** The pieces of these events, in order. */
    List<Piece> read(List<String> events) {
        var pieces = new ArrayList<Piece>(events.size());
        for (String event : events) {
            if (event.equals(DONE)) {
                finished = true;
            } else if (!event.isEmpty()) {
                add(event, pieces);
            }
        }
        return pieces;
    }

    /**
     * What is left to say at the end of the stream: the upstream's counts.
     *
     * @throws ModelFailure when the stream ended in the middle of the answer
     */
    List<Piece> end() {
        if (!finished) {
            throw ModelFailure.connection(
                    "stream_broken",
                    "[" + upstream.name() + "] The stream ended in the middle of the answer.");
        }
        return counts == null ? List.of() : List.of(counts);
    }

    private void add(String event, List<Piece> pieces) {
        var chunk = parse(event);
        if (chunk.hasNonNull("error")) {
            throw UpstreamErrors.inStream(upstream, chunk);
        }
        if (chunk.path("usage").isObject()) {
            // Some servers count in every chunk: the last one holds.
            counts = UsageJson.counts(chunk.path("usage"));
        }
        var choices = chunk.path("choices");
        if (choices.isEmpty()) {
            return;
        }
        pieces.add(piece(event, chunk, choices));
    }

    private Piece piece(String event, ObjectNode chunk, JsonNode choices) {
        var text = new StringBuilder();
        var substance = false;
        for (JsonNode choice : choices) {
            var ends = choice.hasNonNull("finish_reason");
            finished |= ends;
            var delta = Deltas.text(choice.path("delta"));
            text.append(delta);
            substance |= ends || !delta.isEmpty() || Deltas.callsTool(choice.path("delta"));
        }
        return new Piece.Chunk(withoutUsage(event, chunk), text.toString(), substance);
    }

    /** The account comes once, from us, at the end; what has none goes on as it came. */
    private static String withoutUsage(String event, ObjectNode chunk) {
        if (!chunk.path("usage").isObject()) {
            return event;
        }
        chunk.remove("usage");
        return chunk.toString();
    }

    private ObjectNode parse(String event) {
        try {
            if (json.readTree(event) instanceof ObjectNode chunk) {
                return chunk;
            }
        } catch (JsonProcessingException notJson) {
            // Falls through: the message must not repeat what was sent.
        }
        throw ModelFailure.unavailable(
                "not_json", "[" + upstream.name() + "] The stream holds what is not JSON.");
    }
}
