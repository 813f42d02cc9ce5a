package io.holdfast.engine.node.start;

import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;

/** Hands the run's inputs on; they were validated before the run was accepted. */
public final class StartNode implements NodeLogic {

    @Override
    public NodeKind kind() {
        return NodeKind.ROOT;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        var inputs = scope.start().inputs();
        return new NodeStep.Done(NodeOutcome.Succeeded.of(inputs, inputs));
    }
}
