package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.node.Admission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a run is with those who stand before its graph and read what it says. */
final class GateState {

    private final Set<String> due = new HashSet<>();
    private RunEvent.@Nullable Annotation annotation;
    private boolean inside;
    private boolean answered;
    private int reviewed;

    void enter() {
        inside = true;
    }

    /** Whether the graph has begun. */
    boolean isInside() {
        return inside;
    }

    void await(List<String> checks) {
        due.addAll(checks);
    }

    void pass(String check) {
        due.remove(check);
    }

    /** Whether a check has not let the run pass yet. */
    boolean isDue(String check) {
        return due.contains(check);
    }

    void answer(Admission.Answered answer) {
        answered = true;
        annotation = answer.annotation();
    }

    /** Whether all has been said, by somebody else than the graph. */
    boolean isAnswered() {
        return answered;
    }

    /** Where the answer was written beforehand; null when it was not. */
    RunEvent.@Nullable Annotation annotation() {
        return annotation;
    }

    void review(int length) {
        reviewed = length;
    }

    /** How much of what was said has been read, in characters from the beginning. */
    int reviewed() {
        return reviewed;
    }
}
