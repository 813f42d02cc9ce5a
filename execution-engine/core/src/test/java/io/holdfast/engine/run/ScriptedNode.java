package io.holdfast.engine.run;

import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.StepRequest;
import java.util.List;
import java.util.Map;

/** A node whose answers the test gives: outcomes, and notes on the way. */
record ScriptedNode(NodeKind kind, boolean retryable, List<String> streamedOutputs)
        implements NodeLogic {

    /** What the node asks; the answer is what it means. */
    record Question() implements StepRequest<NodeAnswer> {}

    @Override
    public NodeStep begin(NodeScope scope) {
        return new NodeStep.Ask<>(new Question(), answer -> answer);
    }

    /** Tells what it knows, so that followers see notes. */
    @Override
    public List<NodeReport> reports(NodeScope scope) {
        int notes = scope.notes().size();
        return notes == 0
                ? List.of()
                : List.of(
                        new NodeReport.Log(
                                "note" + notes,
                                "Note " + notes,
                                null,
                                null,
                                "success",
                                scope.notes().getLast().data(),
                                Map.of()));
    }
}
