package io.holdfast.engine.node.webhook;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;

/** Begins a run with what a request to its URL brought (dsl.md 3.20). */
public final class WebhookNode implements NodeLogic {

    private WebhookNode() {}

    public static WebhookNode parse(NodeData data) {
        WebhookSpec.parse(data); // what cannot be used is refused when it comes in
        return new WebhookNode();
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ROOT;
    }

    /** The values were taken from the request before the run was accepted. */
    @Override
    public NodeStep begin(NodeScope scope) {
        var inputs = scope.start().inputs();
        return new NodeStep.Done(NodeOutcome.Succeeded.of(inputs, inputs));
    }
}
