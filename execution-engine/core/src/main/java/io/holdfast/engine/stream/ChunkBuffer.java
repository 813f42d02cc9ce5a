package io.holdfast.engine.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/** The pieces of one streamed output that no response has taken yet. */
final class ChunkBuffer {

    /** One piece, or the mark that all before it stays. */
    sealed interface Piece {

        record Text(String text) implements Piece {}

        record Settled() implements Piece {}
    }

    private final Deque<Piece> waiting = new ArrayDeque<>();
    private boolean closed;

    void add(String delta) {
        waiting.add(new Piece.Text(delta));
    }

    void settle() {
        waiting.add(new Piece.Settled());
    }

    void close() {
        closed = true;
    }

    boolean isDrained() {
        return closed && waiting.isEmpty();
    }

    boolean hasNext() {
        return !waiting.isEmpty();
    }

    Piece next() {
        return waiting.remove();
    }

    /** Forgets all that is not settled: it is void. */
    void reset() {
        while (!waiting.isEmpty() && waiting.getLast() instanceof Piece.Text) {
            waiting.removeLast();
        }
        closed = false;
    }
}
