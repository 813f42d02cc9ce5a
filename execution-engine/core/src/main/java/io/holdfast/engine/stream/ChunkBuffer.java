package io.holdfast.engine.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/** The pieces of one streamed output that no response has taken yet. */
final class ChunkBuffer {

    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean closed;

    void add(String delta) {
        waiting.add(delta);
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

    String next() {
        return waiting.remove();
    }

    /** Forgets all: the attempt that streamed is void. */
    void reset() {
        waiting.clear();
        closed = false;
    }
}
