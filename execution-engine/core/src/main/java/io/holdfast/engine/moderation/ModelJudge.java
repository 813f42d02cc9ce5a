package io.holdfast.engine.moderation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeStep;

/** A moderation model. */
record ModelJudge() implements Judge {

    @Override
    public CheckStep ofInput(RunStart start, String preset) {
        return ask(String.join("\n", InputText.of(start)), preset);
    }

    @Override
    public CheckStep ofOutput(RunStart start, String text, String preset) {
        return ask(text, preset);
    }

    private static CheckStep ask(String text, String preset) {
        return new CheckStep.Asked(
                new NodeStep.Ask<>(
                        new ModerationRequest(text),
                        flagged ->
                                flagged
                                        ? new Admission.Answered(preset, null)
                                        : new Admission.Passed()));
    }
}
