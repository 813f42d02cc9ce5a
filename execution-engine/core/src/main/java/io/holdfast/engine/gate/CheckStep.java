package io.holdfast.engine.gate;

import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeStep;

/** How a check begins: it knows at once, or somebody outside must answer first. */
public sealed interface CheckStep {

    /** Nothing outside was needed. */
    record Decided(Admission admission) implements CheckStep {}

    /** Somebody is asked; what the answer means is an {@link Admission} or a failure. */
    record Asked(NodeStep.Ask<?> ask) implements CheckStep {}
}
