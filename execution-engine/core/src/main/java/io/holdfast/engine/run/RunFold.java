package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.stream.ResponseStream;
import io.holdfast.engine.stream.StreamSink;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.VariablePool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of one run and how facts move it. The same facts give the same state and the same
 * events wherever and whenever they are folded. The state is changed in place, so the cost of a
 * fact does not grow with the run.
 */
final class RunFold implements StreamSink {

    private static final String FAIL_BRANCH = "fail-branch";

    private final Graph graph;
    private final VariablePool pool = new VariablePool();
    private final Traversal traversal;
    private final ResponseStream responses;
    private final RunOutputs outputs = new RunOutputs();
    private final UsageTotals usage = new UsageTotals();
    private final List<Map<String, @Nullable Object>> citations = new ArrayList<>();
    private final List<RunEvent> emitted = new ArrayList<>();
    private @Nullable RunStart start;
    private Instant startedAt = Instant.EPOCH;
    private RunStatus status = RunStatus.RUNNING;
    private int stepsBegun;
    private int failedAttempts;
    private int open;

    RunFold(Graph graph) {
        this.graph = graph;
        this.traversal = new Traversal(graph);
        this.responses = new ResponseStream(graph, pool, this::isSkipped, this);
    }

    /** Folds one fact; what it shows to followers is appended to the list of emitted events. */
    void apply(JournalEvent fact) {
        switch (fact) {
            case JournalEvent.Accepted accepted -> accepted(accepted);
            case JournalEvent.Begun begun -> begun(begun);
            case JournalEvent.Streamed streamed -> streamed(streamed);
            case JournalEvent.Completed completed -> completed(completed);
            case JournalEvent.Errored errored -> errored(errored);
            case JournalEvent.Interrupted interrupted -> interrupted(interrupted);
            case JournalEvent.Ended ended -> ended(ended);
        }
    }

    /** What followers have not been given yet; the list is emptied. */
    List<RunEvent> takeEmitted() {
        List<RunEvent> taken = List.copyOf(emitted);
        emitted.clear();
        return taken;
    }

    Optional<GraphNode> nextReady() {
        return Optional.ofNullable(traversal.nextReady()).map(graph::node);
    }

    StepState step(GraphNode node) {
        return traversal.step(node.number());
    }

    <S extends StepState> List<GraphNode> stepsIn(Class<S> state) {
        return traversal.in(state).stream().map(graph::node).toList();
    }

    /** Whether any node works or waits for another attempt. */
    boolean hasOpenSteps() {
        return open > 0;
    }

    NodeScope scope() {
        return new NodeScope(pool, requireStart());
    }

    RunStart requireStart() {
        if (start == null) {
            throw new IllegalStateException("the run has not been accepted yet");
        }
        return start;
    }

    RunStatus status() {
        return status;
    }

    int stepsBegun() {
        return stepsBegun;
    }

    int failedAttempts() {
        return failedAttempts;
    }

    Duration age(Instant now) {
        return Duration.between(startedAt, now);
    }

    @Override
    public void text(String text, List<String> selector) {
        emitted.add(new RunEvent.Text(text, selector));
    }

    @Override
    public void replaced(String text) {
        emitted.add(new RunEvent.TextReplaced(text, ""));
    }

    private void accepted(JournalEvent.Accepted fact) {
        start = fact.start();
        startedAt = fact.at();
        pool.putAll(Selector.SYSTEM, start.systemVariables());
        pool.putAll(Selector.ENVIRONMENT, start.environment());
        pool.putAll(Selector.CONVERSATION, start.conversation());
        pool.putAll(graph.rootNode().id(), start.inputs());
        emitted.add(new RunEvent.Started(start.shownInputs(), "initial", fact.at()));
        traversal.start();
        responses.start();
    }

    private void begun(JournalEvent.Begun fact) {
        GraphNode node = graph.require(fact.nodeId());
        switch (step(node)) {
            case StepState.Waiting waiting -> {
                traversal.begun(node.number());
                traversal.set(node.number(), waiting.begin(fact.at()));
                emitted.add(views().started(node, fact.at()));
                open++;
            }
            case StepState.AwaitingRetry retry ->
                    traversal.set(node.number(), retry.begin(fact.at()));
            case StepState.Working _ -> throw outOfOrder(fact);
            case StepState.Finished _ -> throw outOfOrder(fact);
            case StepState.Skipped _ -> throw outOfOrder(fact);
        }
        stepsBegun++;
    }

    private void streamed(JournalEvent.Streamed fact) {
        responses.chunk(Selector.of(fact.nodeId(), fact.output()), fact.delta());
    }

    private void completed(JournalEvent.Completed fact) {
        GraphNode node = graph.require(fact.nodeId());
        StepState.Working working = requireWorking(node, fact);
        NodeOutcome.Succeeded outcome = fact.outcome();
        usage.add(outcome.usage());
        citations.addAll(outcome.citations());
        finish(node, working, outcome.outputs(), outcome.handle());
        if (node.kind() == NodeKind.RESPONSE) {
            outputs.merge(outcome.outputs());
        }
        emitted.add(views().succeeded(node, working, outcome, fact.at()));
    }

    private void errored(JournalEvent.Errored fact) {
        GraphNode node = graph.require(fact.nodeId());
        StepState.Working working = requireWorking(node, fact);
        failedAttempts++;
        switch (fact.resolution()) {
            case RETRY -> {
                restartStreams(node);
                traversal.set(node.number(), working.awaitRetry());
                emitted.add(views().retried(node, working, fact));
            }
            case FAIL_BRANCH -> handled(node, working, fact, Map.of(), FAIL_BRANCH);
            case DEFAULT_VALUE ->
                    handled(node, working, fact, node.errorPolicy().defaultValues(), null);
            case FAIL_RUN -> {
                traversal.set(node.number(), working.finish());
                open--;
                emitted.add(views().failed(node, working, fact));
            }
        }
    }

    private void handled(
            GraphNode node,
            StepState.Working working,
            JournalEvent.Errored fact,
            Map<String, @Nullable Object> defaults,
            @Nullable String handle) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(defaults);
        result.putAll(fact.outcome().asOutputs());
        finish(node, working, result, handle);
        ErrorPolicy.Strategy strategy = node.errorPolicy().strategy();
        emitted.add(views().handled(node, working, fact, result, strategy));
    }

    /** The order matters: pieces, then values, then edges (dsl.md 4.3). */
    private void finish(
            GraphNode node,
            StepState.Working working,
            Map<String, @Nullable Object> result,
            @Nullable String handle) {
        for (String output : node.logic().streamedOutputs()) {
            responses.close(Selector.of(node.id(), output));
        }
        pool.putAll(node.id(), result);
        traversal.set(node.number(), working.finish());
        open--;
        traversal.leave(node, handle, responses::edgeTaken);
        responses.advance();
    }

    private void interrupted(JournalEvent.Interrupted fact) {
        GraphNode node = graph.require(fact.nodeId());
        StepState.Working working = requireWorking(node, fact);
        restartStreams(node);
        traversal.set(node.number(), working.interrupted(fact.at()));
    }

    private void ended(JournalEvent.Ended fact) {
        status = fact.status();
        emitted.add(
                new RunEvent.Finished(
                        status,
                        outputs.asMap(),
                        fact.error(),
                        fact.errorType(),
                        StepViews.seconds(age(fact.at())),
                        usage.totalTokens(),
                        stepsBegun,
                        failedAttempts,
                        startedAt,
                        fact.at(),
                        FileValues.collect(outputs.asMap()),
                        responses.shownText(),
                        usage.asMap(),
                        List.copyOf(citations)));
    }

    private void restartStreams(GraphNode node) {
        for (String output : node.logic().streamedOutputs()) {
            responses.restart(Selector.of(node.id(), output));
        }
    }

    private boolean isSkipped(GraphNode node) {
        return step(node) instanceof StepState.Skipped;
    }

    private StepViews views() {
        return new StepViews(requireStart().runId());
    }

    private StepState.Working requireWorking(GraphNode node, JournalEvent fact) {
        if (step(node) instanceof StepState.Working working) {
            return working;
        }
        throw outOfOrder(fact);
    }

    private static IllegalStateException outOfOrder(JournalEvent fact) {
        return new IllegalStateException("a fact out of order: " + fact.getClass().getSimpleName());
    }
}
