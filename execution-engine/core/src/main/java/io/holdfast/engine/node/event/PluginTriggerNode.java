package io.holdfast.engine.node.event;

import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;

/** Begins a run when a plugin tells of an event. There are no plugins here, so it never does. */
public final class PluginTriggerNode implements NodeLogic {

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
