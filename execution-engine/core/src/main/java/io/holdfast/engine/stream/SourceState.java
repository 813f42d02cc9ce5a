package io.holdfast.engine.stream;

import io.holdfast.engine.graph.GraphNode;

/** What a response needs to know of the nodes that it shows. */
@FunctionalInterface
public interface SourceState {

    /** Whether the node will never run. */
    boolean isSkipped(GraphNode node);
}
