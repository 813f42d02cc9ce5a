package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.value.FileValues;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows steps to the followers of a run. */
final class StepViews {

    private final UUID runId;

    StepViews(UUID runId) {
        this.runId = runId;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    RunEvent.StepStarted started(GraphNode node, Instant at) {
        return new RunEvent.StepStarted(
                executionId(node), node.id(), node.type(), node.title(), null, null, at);
    }

    RunEvent.StepFinished succeeded(
            GraphNode node, StepState.Working step, NodeOutcome.Succeeded outcome, Instant at) {
        return finished(
                node,
                step,
                outcome,
                new Shown("succeeded", outcome.outputs(), null, costs(outcome.usage())),
                at);
    }

    RunEvent.StepFinished failed(
            GraphNode node, StepState.Working step, JournalEvent.Errored fact) {
        return finished(
                node,
                step,
                fact.outcome(),
                new Shown("failed", Map.of(), fact.outcome().message(), null),
                fact.at());
    }

    RunEvent.StepRetried retried(
            GraphNode node, StepState.Working step, JournalEvent.Errored fact) {
        RunEvent.StepFinished attempt =
                finished(
                        node,
                        step,
                        fact.outcome(),
                        new Shown("retry", Map.of(), fact.outcome().message(), null),
                        fact.at());
        return new RunEvent.StepRetried(attempt, step.attempt());
    }

    RunEvent.StepFinished handled(
            GraphNode node,
            StepState.Working step,
            JournalEvent.Errored fact,
            Map<String, @Nullable Object> outputs,
            ErrorPolicy.Strategy strategy) {
        String wireName = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return finished(
                node,
                step,
                fact.outcome(),
                new Shown(
                        "exception",
                        outputs,
                        fact.outcome().message(),
                        Map.of("error_strategy", wireName)),
                fact.at());
    }

    /**
     * The id of a node's execution: made of the run and the node, so that every attempt and every
     * engine gives the same.
     */
    String executionId(GraphNode node) {
        byte[] name = (runId + "/" + node.id()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private RunEvent.StepFinished finished(
            GraphNode node, StepState.Working step, NodeOutcome outcome, Shown shown, Instant at) {
        List<Map<String, @Nullable Object>> files = FileValues.collect(shown.outputs());
        return new RunEvent.StepFinished(
                executionId(node),
                node.id(),
                node.type(),
                node.title(),
                shown.status(),
                outcome.inputs(),
                outcome.processData(),
                shown.outputs(),
                shown.error(),
                seconds(Duration.between(step.begunAt(), at)),
                shown.metadata(),
                step.firstBegunAt(),
                at,
                files,
                null,
                null);
    }

    private static @Nullable Map<String, @Nullable Object> costs(
            Map<String, @Nullable Object> usage) {
        if (usage.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> costs = new LinkedHashMap<>();
        for (String name : List.of("total_tokens", "total_price", "currency")) {
            if (usage.get(name) != null) {
                costs.put(name, usage.get(name));
            }
        }
        return costs;
    }

    /** What a client is told of how an attempt went. */
    private record Shown(
            String status,
            Map<String, @Nullable Object> outputs,
            @Nullable String error,
            @Nullable Map<String, @Nullable Object> metadata) {}
}
