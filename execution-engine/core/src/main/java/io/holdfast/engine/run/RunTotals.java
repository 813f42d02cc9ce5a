package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.usage.UsageTotals;
import io.holdfast.engine.value.FileValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run has come to so far, and what is told of it when it rests or ends. */
final class RunTotals {

    private final UsageTotals usage = new UsageTotals();
    private final List<Map<String, @Nullable Object>> citations = new ArrayList<>();
    private final Map<Integer, RunEvent.Thought> thoughts = new LinkedHashMap<>();
    private Instant startedAt = Instant.EPOCH;
    private int stepsBegun;
    private int stepsShown;
    private int failedAttempts;

    /** Time counts from here. */
    void startAt(Instant at) {
        startedAt = at;
    }

    Duration age(Instant now) {
        return Duration.between(startedAt, now);
    }

    /** An attempt begins. */
    void begin(boolean outermost) {
        stepsBegun++;
        stepsShown += outermost ? 1 : 0;
    }

    /** Attempts that began, those inside of containers too. */
    int stepsBegun() {
        return stepsBegun;
    }

    void fail() {
        failedAttempts++;
    }

    int failedAttempts() {
        return failedAttempts;
    }

    void add(NodeOutcome.Succeeded outcome) {
        usage.add(outcome.usage());
        citations.addAll(outcome.citations());
    }

    /** A thought takes the place of what was told of it before. */
    void think(RunEvent.Thought thought) {
        thoughts.put(thought.position(), thought);
    }

    RunEvent.Paused paused(List<RunEvent.Form> forms, String text, Instant at) {
        return new RunEvent.Paused(
                forms,
                StepViews.seconds(age(at)),
                usage.totalTokens(),
                stepsShown,
                startedAt,
                at,
                text,
                usage.asMap(),
                List.copyOf(citations));
    }

    RunEvent.Finished finished(
            JournalEvent.Ended fact,
            Map<String, @Nullable Object> outputs,
            String text,
            RunEvent.@Nullable Annotation annotation) {
        return new RunEvent.Finished(
                fact.status(),
                outputs,
                fact.error(),
                fact.errorType(),
                StepViews.seconds(age(fact.at())),
                usage.totalTokens(),
                stepsShown,
                failedAttempts,
                startedAt,
                fact.at(),
                FileValues.collect(outputs),
                text,
                usage.asMap(),
                List.copyOf(citations),
                List.copyOf(thoughts.values()),
                annotation);
    }
}
