package io.holdfast.engine.run;

import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.StepRequest;
import java.util.List;

/** A node whose answers the test gives. */
record ScriptedNode(NodeKind kind, boolean retryable, List<String> streamedOutputs)
        implements NodeLogic {

    /** What the node asks; the answer is the outcome itself. */
    record Question() implements StepRequest<NodeOutcome> {}

    @Override
    public NodeStep begin(NodeScope scope) {
        return new NodeStep.Ask<>(new Question(), answer -> answer);
    }
}
