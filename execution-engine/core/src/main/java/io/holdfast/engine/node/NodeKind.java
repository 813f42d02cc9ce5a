package io.holdfast.engine.node;

/** How a node takes part in traversal and streaming (dsl.md 1.11). */
public enum NodeKind {
    /** Where a run begins. */
    ROOT,
    /** Does something and takes all its edges. */
    EXECUTABLE,
    /** Takes the edges of one handle and skips the others. */
    BRANCH,
    /** Walks a graph of its own, again and again, and then takes all its edges. */
    CONTAINER,
    /** Contributes to the answer or the outputs of the run. */
    RESPONSE
}
