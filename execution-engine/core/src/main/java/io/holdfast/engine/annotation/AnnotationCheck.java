package io.holdfast.engine.annotation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeStep;

/** Answers with what was written beforehand (dsl.md 5.2, 5.5). */
public record AnnotationCheck() implements EntryCheck {

    public static final String NAME = "annotation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckStep begin(RunStart start) {
        if (start.query() == null || start.query().isBlank()) {
            return new CheckStep.Decided(new Admission.Passed());
        }
        return new CheckStep.Asked(
                new NodeStep.Ask<>(
                        new AnnotationRequest(start.query()),
                        found ->
                                found.<Admission>map(reply ->
                                                new Admission.Answered(
                                                        reply.answer(), reply.annotation()))
                                        .orElseGet(Admission.Passed::new)));
    }
}
