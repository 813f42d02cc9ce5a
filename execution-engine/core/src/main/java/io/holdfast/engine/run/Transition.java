package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEventEnvelope;
import java.util.List;

/**
 * What follows from one command. The facts become durable together or not at all; only then may
 * anybody see the events, and only then may the effects be carried out.
 */
public record Transition(
        List<JournalEvent> facts, List<RunEventEnvelope> events, List<Effect> effects) {

    public Transition {
        facts = List.copyOf(facts);
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }
}
