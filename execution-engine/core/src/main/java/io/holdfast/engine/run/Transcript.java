package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a command has brought about: facts, what followers see of them, and what is to be done. */
final class Transcript {

    private final RunFold fold;
    private final List<JournalEvent> facts = new ArrayList<>();
    private final List<RunEventEnvelope> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private long lastSeq;

    Transcript(RunFold fold) {
        this.fold = fold;
    }

    /** Folds a new fact. */
    void record(JournalEvent fact) {
        facts.add(fact);
        events.addAll(replay(fact));
    }

    /**
     * Folds a fact that was recorded before.
     *
     * @return what followers see of it
     */
    List<RunEventEnvelope> replay(JournalEvent fact) {
        fold.apply(fact);
        return number(fact.at());
    }

    /** Something must happen outside. */
    void due(Effect effect) {
        effects.add(effect);
    }

    /** It need not happen any more. */
    void drop(Predicate<Effect> which) {
        effects.removeIf(which);
    }

    /** All since the last time. */
    Transition take() {
        Transition transition = new Transition(facts, events, effects);
        facts.clear();
        events.clear();
        effects.clear();
        return transition;
    }

    /** The number of the last event that followers can see. */
    long lastSeq() {
        return lastSeq;
    }

    private List<RunEventEnvelope> number(Instant at) {
        List<RunEventEnvelope> numbered = new ArrayList<>();
        for (RunEvent event : fold.takeEmitted()) {
            lastSeq++;
            numbered.add(new RunEventEnvelope(lastSeq, at, event));
        }
        return numbered;
    }
}
