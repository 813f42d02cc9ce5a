package io.holdfast.engine.moderation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.node.Admission;
import java.util.List;
import java.util.Locale;

/** Objects to texts that have one of some words in them, in whatever case. */
record KeywordJudge(List<String> keywords) implements Judge {

    KeywordJudge {
        keywords =
                keywords.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
    }

    @Override
    public CheckStep ofInput(RunStart start, String preset) {
        return verdict(InputText.of(start).stream().anyMatch(this::objects), preset);
    }

    @Override
    public CheckStep ofOutput(RunStart start, String text, String preset) {
        return verdict(objects(text), preset);
    }

    private boolean objects(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return keywords.stream().anyMatch(lower::contains);
    }

    private static CheckStep verdict(boolean flagged, String preset) {
        return new CheckStep.Decided(
                flagged ? new Admission.Answered(preset, null) : new Admission.Passed());
    }
}
