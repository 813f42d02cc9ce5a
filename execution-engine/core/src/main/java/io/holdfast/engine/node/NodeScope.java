package io.holdfast.engine.node;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.value.Variables;
import java.util.List;

/**
 * What a node sees of its run.
 *
 * @param variables the values so far
 * @param start the facts with which the run was accepted
 * @param notes what the node itself has learned in this attempt, in order
 */
public record NodeScope(Variables variables, RunStart start, List<NodeNote> notes) {

    public NodeScope {
        notes = List.copyOf(notes);
    }

    /** The scope of a node that has just begun. */
    public NodeScope(Variables variables, RunStart start) {
        this(variables, start, List.of());
    }
}
