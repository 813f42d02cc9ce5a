package io.holdfast.engine.run;

import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.ContainerLogic.Round;
import io.holdfast.engine.node.ContainerLogic.Rounds;
import io.holdfast.engine.usage.UsageTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container whose rounds have begun. */
final class ContainerState {

    private final JournalEvent.Entered entry;
    private final List<Round> rounds = new ArrayList<>();
    private final Map<String, @Nullable Object> durations = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> snapshots = new LinkedHashMap<>();
    private final UsageTotals usage = new UsageTotals();

    ContainerState(JournalEvent.Entered entry) {
        this.entry = entry;
    }

    Rounds rounds() {
        return new Rounds(entry.inputs(), entry.length(), rounds);
    }

    JournalEvent.Entered entry() {
        return entry;
    }

    UsageTotals usage() {
        return usage;
    }

    /** Seconds of each round that is over, by its index as text. */
    Map<String, @Nullable Object> durations() {
        return durations;
    }

    /** The container's own variables after each round, by its index as text. */
    Map<String, @Nullable Object> snapshots() {
        return snapshots;
    }

    void begin(int index) {
        rounds.add(new Round(index, null, null, null));
    }

    void end(
            JournalEvent.RoundEnded fact,
            @Nullable Object result,
            Instant begunAt,
            Map<String, @Nullable Object> snapshot) {
        rounds.set(fact.index(), new Round(fact.index(), fact.verdict(), fact.error(), result));
        String key = Integer.toString(fact.index());
        durations.put(key, StepViews.seconds(Duration.between(begunAt, fact.at())));
        if (!snapshot.isEmpty()) {
            snapshots.put(key, snapshot);
        }
    }

    static ContainerLogic logic(Step step) {
        if (step.node().logic() instanceof ContainerLogic container) {
            return container;
        }
        throw new IllegalStateException(step.path() + " is no container");
    }
}
