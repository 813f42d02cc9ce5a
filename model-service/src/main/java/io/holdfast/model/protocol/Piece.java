package io.holdfast.model.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.model.usage.TokenCounts;

/** A piece of an answer, in the OpenAI protocol's shapes. */
public sealed interface Piece {

    /**
     * One chunk of a stream.
     *
     * @param json as it goes to the caller
     * @param text what it adds to the answer, tool arguments included; for estimates
     * @param substance whether it carries anything of the answer, and not only a role or nothing:
     *     the first such chunk is the point from which nothing is tried again
     */
    record Chunk(String json, String text, boolean substance) implements Piece {}

    /**
     * A whole answer.
     *
     * @param text its text, for estimates
     */
    record Whole(ObjectNode json, String text) implements Piece {}

    /** The upstream's own count; comes at most once, last where it comes. */
    record Counts(TokenCounts tokens, ObjectNode usage) implements Piece {}

    /** Whether the answer has begun with this piece. */
    default boolean begins() {
        return switch (this) {
            case Chunk chunk -> chunk.substance();
            case Whole ignored -> true;
            case Counts ignored -> false;
        };
    }
}
