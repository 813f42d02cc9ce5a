package io.holdfast.engine.run;

import io.holdfast.engine.graph.GraphNode;

/** A node in the walk that it belongs to: inside of a container, each round has its own step. */
record Step(Frame frame, GraphNode node) {

    /**
     * The step's name within its run, the same for all attempts and all engines: the node's id,
     * inside of a container {@code container#round/node}.
     */
    String path() {
        return frame.path().isEmpty() ? node.id() : frame.path() + "/" + node.id();
    }

    StepState state() {
        return frame.traversal().step(node.number());
    }

    void become(StepState state) {
        frame.traversal().set(node.number(), state);
    }
}
