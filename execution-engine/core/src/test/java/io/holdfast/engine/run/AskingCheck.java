package io.holdfast.engine.run;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.StepRequest;

/** Asks somebody before the graph begins. */
record AskingCheck(String name) implements EntryCheck {

    /** What is asked. */
    record Question(String text) implements StepRequest<Admission> {}

    @Override
    public CheckStep begin(RunStart start) {
        return new CheckStep.Asked(
                new NodeStep.Ask<>(new Question(start.query() + ""), answer -> answer));
    }
}
