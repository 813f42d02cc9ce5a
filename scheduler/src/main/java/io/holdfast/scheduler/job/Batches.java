package io.holdfast.scheduler.job;

import io.holdfast.scheduler.indexing.Chunk;
import java.util.List;

/** What is embedded and stored together. */
final class Batches {

    private final int mostSegments;
    private final int mostCharacters;

    Batches(int mostSegments, int mostCharacters) {
        this.mostSegments = mostSegments;
        this.mostCharacters = mostCharacters;
    }

    /** The next chunks from an index on: at least one, as many as fit. */
    List<Chunk> next(List<Chunk> chunks, int from) {
        int to = from;
        int characters = 0;
        while (to < chunks.size() && to - from < mostSegments) {
            characters += chunks.get(to).length();
            if (to > from && characters > mostCharacters) {
                break;
            }
            to++;
        }
        return chunks.subList(from, to);
    }
}
