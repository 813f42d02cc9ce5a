package io.holdfast.engine.run;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.ExitCheck;
import io.holdfast.engine.node.NodeStep;

/** Has somebody read what a run says. */
record AskingReader() implements ExitCheck {

    @Override
    public CheckStep begin(RunStart start, String text) {
        return new CheckStep.Asked(
                new NodeStep.Ask<>(new AskingCheck.Question(text), answer -> answer));
    }
}
