package io.holdfast.engine.run;

import io.holdfast.engine.gate.Gate;
import io.holdfast.engine.graph.Graph;

/** What the runs of a version of an app do. Immutable, so they share it. */
public record Program(Graph graph, Gate gate) {

    /** A graph before which nobody stands. */
    public static Program of(Graph graph) {
        return new Program(graph, Gate.OPEN);
    }
}
