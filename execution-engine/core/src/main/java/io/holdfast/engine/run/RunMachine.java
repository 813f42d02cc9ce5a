package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run: decides commands on its state and folds the facts that follow from them (dsl.md section
 * 4). For one thread at a time.
 */
public final class RunMachine {

    private final Graph graph;
    private final RunLimits limits;
    private final RunFold fold;
    private final List<JournalEvent> facts = new ArrayList<>();
    private final List<RunEventEnvelope> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private long lastSeq;

    public RunMachine(Graph graph, RunLimits limits) {
        this.graph = graph;
        this.limits = limits;
        this.fold = new RunFold(graph);
    }

    /**
     * Folds a fact of the journal that another engine, or this one before a restart, had written.
     *
     * @return what followers see of it, with the same numbers as the first time
     */
    public List<RunEventEnvelope> replay(JournalEvent fact) {
        fold.apply(fact);
        return number(fact.at());
    }

    /** Decides a command. A command that comes too late has no effect. */
    public Transition handle(RunCommand command) {
        if (!status().isTerminal()) {
            decide(command);
        }
        Transition transition = new Transition(facts, events, effects);
        facts.clear();
        events.clear();
        effects.clear();
        return transition;
    }

    public RunStatus status() {
        return fold.status();
    }

    /** The number of the last event that followers can see. */
    public long lastSeq() {
        return lastSeq;
    }

    /** The facts with which the run was accepted. */
    public RunStart start() {
        return fold.requireStart();
    }

    private void decide(RunCommand command) {
        Instant at = command.at();
        switch (command) {
            case RunCommand.Accept accept -> {
                record(new JournalEvent.Accepted(accept.start(), at));
                settle(at);
            }
            case RunCommand.Resume _ -> resume(at);
            case RunCommand.Stream stream -> stream(stream);
            case RunCommand.Answer answer -> answer(answer);
            case RunCommand.Retry retry -> retry(retry);
            case RunCommand.Stop stop -> end(RunStatus.STOPPED, stop.reason(), null, at);
            case RunCommand.CheckTime _ -> checkTime(at);
        }
    }

    private void resume(Instant at) {
        for (GraphNode node : fold.stepsIn(StepState.Working.class)) {
            resumeStep(node, at);
        }
        for (GraphNode node : fold.stepsIn(StepState.AwaitingRetry.class)) {
            effects.add(new Effect.RetryAfter(node.id(), node.errorPolicy().retryInterval()));
        }
        settle(at);
    }

    private void resumeStep(GraphNode node, Instant at) {
        if (status().isTerminal()) {
            return;
        }
        record(new JournalEvent.Interrupted(node.id(), at));
        if (fold.step(node) instanceof StepState.Working working) {
            if (working.interruptions() > limits.maxInterruptions()) {
                String message =
                        "The step was interrupted "
                                + working.interruptions()
                                + " times by a crash of its engine.";
                conclude(node, working, NodeOutcome.Failed.of("StepInterrupted", message), at);
            } else {
                work(node, working, at);
            }
        }
    }

    private void stream(RunCommand.Stream stream) {
        if (isCurrent(stream.nodeId(), stream.attempt())) {
            record(
                    new JournalEvent.Streamed(
                            stream.nodeId(), stream.output(), stream.delta(), stream.at()));
        }
    }

    private void answer(RunCommand.Answer answer) {
        GraphNode node = graph.require(answer.nodeId());
        if (isCurrent(answer.nodeId(), answer.attempt())
                && fold.step(node) instanceof StepState.Working working) {
            conclude(node, working, answer.outcome(), answer.at());
            settle(answer.at());
        }
    }

    private void retry(RunCommand.Retry retry) {
        GraphNode node = graph.require(retry.nodeId());
        if (fold.step(node) instanceof StepState.AwaitingRetry) {
            begin(node, retry.at());
            settle(retry.at());
        }
    }

    private boolean isCurrent(String nodeId, int attempt) {
        return fold.step(graph.require(nodeId)) instanceof StepState.Working working
                && working.attempt() == attempt;
    }

    /** Begins all nodes that are ready; a run with nothing left to do has ended. */
    private void settle(Instant at) {
        while (!status().isTerminal()) {
            Optional<GraphNode> next = fold.nextReady();
            if (next.isEmpty()) {
                break;
            }
            begin(next.get(), at);
        }
        if (!status().isTerminal() && !fold.hasOpenSteps()) {
            boolean clean = fold.failedAttempts() == 0;
            end(clean ? RunStatus.SUCCEEDED : RunStatus.PARTIAL_SUCCEEDED, null, null, at);
        }
    }

    private void begin(GraphNode node, Instant at) {
        int attempt =
                fold.step(node) instanceof StepState.AwaitingRetry awaiting
                        ? awaiting.failedAttempts() + 1
                        : 1;
        record(new JournalEvent.Begun(node.id(), attempt, at));
        if (fold.step(node) instanceof StepState.Working working) {
            work(node, working, at);
        }
    }

    private void work(GraphNode node, StepState.Working working, Instant at) {
        switch (node.logic().begin(fold.scope())) {
            case NodeStep.Done(NodeOutcome outcome) -> conclude(node, working, outcome, at);
            case NodeStep.Ask<?> ask ->
                    effects.add(
                            new Effect.Execute(
                                    node.id(),
                                    working.attempt(),
                                    new StepViews(start().runId()).executionId(node),
                                    ask));
        }
    }

    private void conclude(
            GraphNode node, StepState.Working working, NodeOutcome outcome, Instant at) {
        switch (outcome) {
            case NodeOutcome.Succeeded succeeded -> {
                record(new JournalEvent.Completed(node.id(), succeeded, at));
                checkLimits(at);
            }
            case NodeOutcome.Failed failed -> fail(node, working, failed, at);
        }
    }

    private void fail(
            GraphNode node, StepState.Working working, NodeOutcome.Failed failed, Instant at) {
        ErrorResolution resolution = resolve(node, working.attempt());
        record(new JournalEvent.Errored(node.id(), failed, resolution, at));
        switch (resolution) {
            case RETRY ->
                    effects.add(
                            new Effect.RetryAfter(node.id(), node.errorPolicy().retryInterval()));
            case FAIL_RUN -> end(RunStatus.FAILED, failed.message(), failed.errorType(), at);
            case FAIL_BRANCH, DEFAULT_VALUE -> {
                // the node counts as done, the run goes on
            }
        }
        checkLimits(at);
    }

    private static ErrorResolution resolve(GraphNode node, int attempt) {
        ErrorPolicy policy = node.errorPolicy();
        if (node.logic().retryable() && attempt <= policy.maxRetries()) {
            return ErrorResolution.RETRY;
        }
        return switch (policy.strategy()) {
            case NONE -> ErrorResolution.FAIL_RUN;
            case FAIL_BRANCH -> ErrorResolution.FAIL_BRANCH;
            case DEFAULT_VALUE -> ErrorResolution.DEFAULT_VALUE;
        };
    }

    private void checkLimits(Instant at) {
        if (fold.stepsBegun() > limits.maxSteps()) {
            String message =
                    "Maximum execution steps exceeded: "
                            + fold.stepsBegun()
                            + " > "
                            + limits.maxSteps();
            end(RunStatus.FAILED, message, null, at);
        }
        checkTime(at);
    }

    private void checkTime(Instant at) {
        if (fold.age(at).compareTo(limits.maxDuration()) > 0) {
            String message =
                    String.format(
                            Locale.ROOT,
                            "Maximum execution time exceeded: %.2fs > %ds",
                            StepViews.seconds(fold.age(at)),
                            limits.maxDuration().toSeconds());
            end(RunStatus.FAILED, message, null, at);
        }
    }

    private void end(
            RunStatus status, @Nullable String error, @Nullable String errorType, Instant at) {
        if (status().isTerminal()) {
            return;
        }
        fold.stepsIn(StepState.Working.class)
                .forEach(node -> effects.add(new Effect.Cancel(node.id())));
        effects.removeIf(effect -> !(effect instanceof Effect.Cancel));
        record(new JournalEvent.Ended(status, error, errorType, at));
    }

    private void record(JournalEvent fact) {
        fold.apply(fact);
        facts.add(fact);
        events.addAll(number(fact.at()));
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
