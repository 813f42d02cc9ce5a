package io.holdfast.engine.node.schedule;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import java.util.Map;

/** Begins a run when its time has come (dsl.md 3.20). */
public final class ScheduleNode implements NodeLogic {

    private ScheduleNode() {}

    public static ScheduleNode parse(NodeData data) {
        ScheduleSpec.parse(data); // what cannot be used is refused when it comes in
        return new ScheduleNode();
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ROOT;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        return new NodeStep.Done(NodeOutcome.Succeeded.of(Map.of(), Map.of()));
    }
}
