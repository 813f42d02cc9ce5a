package io.holdfast.engine.node;

import java.util.Map;

/** A node inside of a container that has no work: where its rounds begin, or where they end. */
public enum ContainerMark implements NodeLogic {
    /** {@code iteration-start} and {@code loop-start}; nobody is told of it. */
    START,
    /** {@code loop-end}: the round in which it is reached is the last (dsl.md 4.9.4). */
    LOOP_END;

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        return new NodeStep.Done(NodeOutcome.Succeeded.of(Map.of(), Map.of()));
    }

    @Override
    public boolean hidden() {
        return this == START;
    }

    @Override
    public boolean leavesContainer() {
        return this == LOOP_END;
    }
}
