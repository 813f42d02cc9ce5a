package io.holdfast.engine.stream;

import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.ResponsePart;
import java.util.List;

/** How far one response node has been shown. */
final class Session {

    private final GraphNode node;
    private final List<ResponsePart> parts;
    private int position;

    Session(GraphNode node) {
        this.node = node;
        this.parts = node.logic().response();
    }

    GraphNode node() {
        return node;
    }

    boolean isDone() {
        return position == parts.size();
    }

    ResponsePart current() {
        return parts.get(position);
    }

    void advance() {
        position++;
    }
}
