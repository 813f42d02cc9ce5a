package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
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

    RunEvent.StepStarted started(Step step, Instant at) {
        GraphNode node = step.node();
        return new RunEvent.StepStarted(
                executionId(step),
                node.id(),
                node.type(),
                node.title(),
                container(step, "iteration"),
                container(step, "loop"),
                node.logic().agentStrategy().orElse(null),
                at);
    }

    /** The container of a type in whose round a step stands. */
    private static @Nullable String container(Step step, String type) {
        Frame.Place place = step.frame().place();
        return place != null && place.container().node().type().equals(type)
                ? place.container().node().id()
                : null;
    }

    RunEvent.StepFinished succeeded(
            Step step, StepState.Working working, NodeOutcome.Succeeded outcome, Instant at) {
        return finished(
                step,
                working,
                outcome,
                new Shown("succeeded", outcome.outputs(), null, costs(outcome.usage())),
                at);
    }

    RunEvent.StepFinished failed(Step step, StepState.Working working, JournalEvent.Errored fact) {
        return finished(
                step,
                working,
                fact.outcome(),
                new Shown("failed", Map.of(), fact.outcome().message(), null),
                fact.at());
    }

    RunEvent.StepRetried retried(Step step, StepState.Working working, JournalEvent.Errored fact) {
        RunEvent.StepFinished attempt =
                finished(
                        step,
                        working,
                        fact.outcome(),
                        new Shown("retry", Map.of(), fact.outcome().message(), null),
                        fact.at());
        return new RunEvent.StepRetried(attempt, working.attempt());
    }

    RunEvent.StepFinished handled(
            Step step,
            StepState.Working working,
            JournalEvent.Errored fact,
            Map<String, @Nullable Object> outputs,
            ErrorPolicy.Strategy strategy) {
        String wireName = strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return finished(
                step,
                working,
                fact.outcome(),
                new Shown(
                        "exception",
                        outputs,
                        fact.outcome().message(),
                        Map.of("error_strategy", wireName)),
                fact.at());
    }

    /**
     * The id of a step's execution: made of the run and the step's path, so that every attempt and
     * every engine gives the same.
     */
    String executionId(Step step) {
        return name(step.path());
    }

    /**
     * The id of what a step asks.
     *
     * @param notes how many notes it has
     */
    String callId(Step step, int notes) {
        return notes == 0 ? executionId(step) : name(step.path() + "#note" + notes);
    }

    /** The same of a question that is no step's. */
    String callId(String question) {
        return name(question);
    }

    /** The id of the form that a step waits for. */
    String formId(Step step) {
        return name(step.path() + "#form");
    }

    private String name(String path) {
        byte[] name = (runId + "/" + path).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    /** What a node tells of itself. */
    RunEvent report(Step step, NodeReport report, Instant at) {
        return switch (report) {
            case NodeReport.Log log ->
                    new RunEvent.StepLog(
                            executionId(step),
                            step.node().id(),
                            name(step.path() + "#log" + log.id()),
                            log.label(),
                            log.parentId() == null
                                    ? null
                                    : name(step.path() + "#log" + log.parentId()),
                            log.error(),
                            log.status(),
                            log.data(),
                            log.metadata(),
                            at);
            case NodeReport.MessageFile file ->
                    new RunEvent.MessageFile(file.id(), file.type(), file.url());
            case NodeReport.FormFilled filled ->
                    new RunEvent.FormFilled(
                            step.node().id(),
                            step.node().title(),
                            filled.renderedContent(),
                            filled.actionId(),
                            filled.actionText(),
                            filled.submitted(),
                            at);
            case NodeReport.FormExpired expired ->
                    new RunEvent.FormExpired(
                            step.node().id(),
                            step.node().title(),
                            Instant.ofEpochSecond(expired.expiredAt()),
                            at);
            case NodeReport.Thought thought ->
                    new RunEvent.Thought(
                            name(step.path() + "#thought" + thought.position()),
                            thought.position(),
                            thought.thought(),
                            thought.tools(),
                            thought.labels(),
                            thought.toolInput(),
                            thought.observation(),
                            at);
        };
    }

    private RunEvent.StepFinished finished(
            Step step, StepState.Working working, NodeOutcome outcome, Shown shown, Instant at) {
        GraphNode node = step.node();
        List<Map<String, @Nullable Object>> files = FileValues.collect(shown.outputs());
        return new RunEvent.StepFinished(
                executionId(step),
                node.id(),
                node.type(),
                node.title(),
                shown.status(),
                outcome.inputs(),
                outcome.processData(),
                shown.outputs(),
                shown.error(),
                seconds(Duration.between(working.begunAt(), at)),
                metadata(step, shown.metadata()),
                working.firstBegunAt(),
                at,
                files,
                container(step, "iteration"),
                container(step, "loop"));
    }

    private static @Nullable Map<String, @Nullable Object> metadata(
            Step step, @Nullable Map<String, @Nullable Object> own) {
        Frame.Place place = step.frame().place();
        if (place == null) {
            return own;
        }
        GraphNode container = place.container().node();
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        if (own != null) {
            metadata.putAll(own);
        }
        metadata.put(container.type() + "_id", container.id());
        metadata.put(container.type() + "_index", (long) place.index());
        return metadata;
    }

    /** What a model cost, as it is shown with a step or a container. */
    static @Nullable Map<String, @Nullable Object> costs(Map<String, @Nullable Object> usage) {
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
