package io.holdfast.engine.annotation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeStep;

/** Answers with what was written beforehand (dsl.md 5.2, 5.5). */
public record AnnotationCheck() implements EntryCheck {

    /** Whether there is anything to look for is not known to the app's file. */
    public static final String NAME = "annotation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckStep begin(RunStart start) {
        String query = start.query();
        if (query == null || query.isBlank()) {
            return new CheckStep.Decided(new Admission.Passed());
        }
        return new CheckStep.Asked(
                new NodeStep.Ask<>(
                        new AnnotationRequest(query),
                        found ->
                                found.<Admission>map(answer ->
                                                new Admission.Answered(
                                                        answer.text(), answer.annotation()))
                                        .orElseGet(Admission.Passed::new)));
    }
}
