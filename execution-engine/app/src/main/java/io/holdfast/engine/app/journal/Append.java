package io.holdfast.engine.app.journal;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.run.JournalEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one run that become durable together.
 *
 * @param start the run's identity
 * @param firstSeq the place of the first fact in the run's journal
 * @param newRun present when these are the run's first facts
 * @param paused present when the run rests after these
 * @param finished present when these are its last
 */
public record Append(
        RunKey key,
        RunStart start,
        int firstSeq,
        List<JournalEvent> facts,
        @Nullable NewRun newRun,
        RunEvent.@Nullable Paused paused,
        RunEvent.@Nullable Finished finished) {

    public Append {
        facts = List.copyOf(facts);
    }
}
