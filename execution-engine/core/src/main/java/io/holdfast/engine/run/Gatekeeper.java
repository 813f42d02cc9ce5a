package io.holdfast.engine.run;

import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.gate.ExitCheck;
import io.holdfast.engine.gate.Gate;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks those who stand before a run's graph, and those who read what it says. What they answered is
 * a fact; what they have not answered when an engine dies they are asked again.
 */
final class Gatekeeper {

    /** No step of a graph is named so: the round of a container has its container before it. */
    private static final String ENTRY = "#gate/";

    private static final String EXIT = "#exit";

    /** How much is said between two reviews, in characters (dsl.md 5.5). */
    private static final int BUFFER = 300;

    private final Gate gate;
    private final RunFold fold;
    private final Transcript transcript;
    private @Nullable String entering;
    private @Nullable Integer reviewing;

    Gatekeeper(Gate gate, RunFold fold, Transcript transcript) {
        this.gate = gate;
        this.fold = fold;
        this.transcript = transcript;
    }

    /** Who has to be asked before the graph begins. */
    List<String> checks(Set<String> idle) {
        return gate.entry().stream()
                .map(EntryCheck::name)
                .filter(name -> !idle.contains(name))
                .toList();
    }

    static boolean owns(String path) {
        return path.startsWith(ENTRY) || path.equals(EXIT);
    }

    /** Begins the graph when all agree; false while somebody is asked, or has given the answer. */
    boolean admits(Instant at) {
        if (fold.gate().isInside()) {
            return true;
        }
        if (entering != null) {
            return false;
        }
        for (EntryCheck check : gate.entry()) {
            if (fold.gate().isDue(check.name()) && !passes(check, at)) {
                return false;
            }
        }
        transcript.record(new JournalEvent.Admitted(at));
        return true;
    }

    private boolean passes(EntryCheck check, Instant at) {
        return switch (check.begin(fold.requireStart())) {
            case CheckStep.Decided(Admission admission) -> {
                transcript.record(new JournalEvent.Checked(check.name(), admission, at));
                yield !fold.gate().isAnswered();
            }
            case CheckStep.Asked(NodeStep.Ask<?> ask) -> {
                entering = ENTRY + check.name();
                ask(entering, entering, ask);
                yield false;
            }
        };
    }

    /**
     * Whether what was said may stay as it is; false while somebody reads it.
     *
     * @param all whether nothing more will be said
     */
    boolean hasReviewed(boolean all, Instant at) {
        ExitCheck exit = gate.exit();
        if (exit == null || !fold.gate().isInside() || fold.gate().isAnswered()) {
            return true;
        }
        if (reviewing != null) {
            return false;
        }
        String text = fold.text();
        int fresh = text.length() - fold.gate().reviewed();
        if (fresh <= 0 || (!all && fresh < BUFFER)) {
            return true;
        }
        return switch (exit.begin(fold.requireStart(), text)) {
            case CheckStep.Decided(Admission admission) -> {
                transcript.record(new JournalEvent.Reviewed(text.length(), admission, at));
                yield true;
            }
            case CheckStep.Asked(NodeStep.Ask<?> ask) -> {
                reviewing = text.length();
                ask(EXIT, EXIT + text.length(), ask);
                yield false;
            }
        };
    }

    /** Takes an answer; gives the failure of a check without which the run cannot begin. */
    Optional<NodeOutcome.Failed> answered(String path, NodeAnswer answer, Instant at) {
        if (path.equals(entering)) {
            entering = null;
            return entered(path.substring(ENTRY.length()), answer, at);
        }
        Integer length = reviewing;
        if (path.equals(EXIT) && length != null) {
            reviewing = null;
            transcript.record(new JournalEvent.Reviewed(length, verdict(answer), at));
        }
        return Optional.empty();
    }

    private Optional<NodeOutcome.Failed> entered(String check, NodeAnswer answer, Instant at) {
        if (answer instanceof NodeOutcome.Failed failed) {
            return Optional.of(failed);
        }
        transcript.record(new JournalEvent.Checked(check, verdict(answer), at));
        return Optional.empty();
    }

    /** Who cannot read what is said has nothing against it (dsl.md 5.5). */
    private static Admission verdict(NodeAnswer answer) {
        return answer instanceof Admission admission ? admission : new Admission.Passed();
    }

    /** What carried the question out is gone: it is asked again. */
    void cutOff(String path) {
        if (path.equals(entering)) {
            entering = null;
        } else if (path.equals(EXIT)) {
            reviewing = null;
        }
    }

    /** What is asked and not answered. */
    List<String> pending() {
        return Stream.concat(
                        Stream.ofNullable(entering),
                        reviewing == null ? Stream.empty() : Stream.of(EXIT))
                .toList();
    }

    private void ask(String path, String name, NodeStep.Ask<?> ask) {
        String callId = new StepViews(fold.requireStart().runId()).callId(name);
        transcript.due(new Effect.Execute(path, 1, callId, ask));
    }
}
