package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeForm;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: decides commands on its state and folds the facts that follow from them (dsl.md section
 * 4). For one thread at a time.
 */
public final class RunMachine {

    private final RunLimits limits;
    private final RunFold fold;
    private final Transcript transcript;
    private final Gatekeeper gatekeeper;
    private final RoundDriver rounds;

    public RunMachine(Program program, RunLimits limits) {
        this.limits = limits;
        this.fold = new RunFold(program.graph());
        this.transcript = new Transcript(fold);
        this.gatekeeper = new Gatekeeper(program.gate(), fold, transcript);
        this.rounds = new RoundDriver(fold, transcript, this::conclude);
    }

    /**
     * Folds a fact of the journal that another engine, or this one before a restart, had written.
     *
     * @return what followers see of it, with the same numbers as the first time
     */
    public List<RunEventEnvelope> replay(JournalEvent fact) {
        return transcript.replay(fact);
    }

    /** Decides a command. A command that comes too late has no effect. */
    public Transition handle(RunCommand command) {
        if (!status().isTerminal()) {
            decide(command);
            review(command.at());
        }
        return transcript.take();
    }

    public RunStatus status() {
        return fold.status();
    }

    /** The number of the last event that followers can see. */
    public long lastSeq() {
        return transcript.lastSeq();
    }

    /** The facts with which the run was accepted, or those with which it was let in. */
    public RunStart start() {
        return fold.requireStart();
    }

    /** Whether a step waits for a form. */
    public boolean awaits(String path) {
        return fold.find(path).map(Step::state).orElse(null) instanceof StepState.AwaitingInput;
    }

    private void decide(RunCommand command) {
        Instant at = command.at();
        switch (command) {
            case RunCommand.Accept accept -> {
                record(
                        new JournalEvent.Accepted(
                                accept.start(), gatekeeper.checks(accept.idle()), at));
                settle(at);
            }
            case RunCommand.Resume _ -> resume(at);
            case RunCommand.Stream stream -> stream(stream);
            case RunCommand.Answer answer -> answer(answer);
            case RunCommand.Fill fill -> fill(fill);
            case RunCommand.CutOff cutOff -> cutOff(cutOff);
            case RunCommand.Retry retry -> retry(retry);
            case RunCommand.Stop stop -> end(RunStatus.STOPPED, stop.reason(), null, at);
            case RunCommand.CheckTime _ -> checkTime(at);
        }
    }

    private void resume(Instant at) {
        if (status() == RunStatus.PAUSED) {
            return;
        }
        for (Step step : fold.frames().in(StepState.Working.class)) {
            if (isUnderWay(step)) {
                resumeStep(step, at);
            }
        }
        for (Step step : fold.frames().in(StepState.AwaitingRetry.class)) {
            transcript.due(new Effect.RetryAfter(step.path(), retryInterval(step)));
        }
        settle(at);
    }

    /** Whether a step still works: what came before may have ended its round or the run. */
    private boolean isUnderWay(Step step) {
        return !status().isTerminal()
                && fold.find(step.path()).map(Step::state).orElse(null)
                        instanceof StepState.Working;
    }

    private void resumeStep(Step step, Instant at) {
        if (fold.containers().find(step).isPresent()) {
            rounds.advance(step, at);
            return;
        }
        redo(step, at);
    }

    /** Does again what was cut off, unless that happened too often. */
    private void redo(Step step, Instant at) {
        record(new JournalEvent.Interrupted(step.path(), at));
        if (step.state() instanceof StepState.Working working) {
            if (working.interruptions() > limits.maxInterruptions()) {
                String message =
                        "The step was interrupted "
                                + working.interruptions()
                                + " times by crashes.";
                conclude(step, working, NodeOutcome.Failed.of("StepInterrupted", message), at);
            } else {
                work(step, working, at);
            }
        }
    }

    private void stream(RunCommand.Stream stream) {
        if (isCurrent(stream.nodeId(), stream.attempt()) && isShown(stream)) {
            record(
                    new JournalEvent.Streamed(
                            stream.nodeId(), stream.output(), stream.delta(), stream.at()));
        }
    }

    /** Text that no response shows is not worth a fact: the step's outcome has all of it. */
    private boolean isShown(RunCommand.Stream stream) {
        return fold.find(stream.nodeId())
                .filter(step ->
                        step.frame()
                                .responses()
                                .shows(Selector.of(step.node().id(), stream.output())))
                .isPresent();
    }

    private void answer(RunCommand.Answer answer) {
        if (Gatekeeper.owns(answer.nodeId())) {
            gatekeeper
                    .answered(answer.nodeId(), answer.answer(), answer.at())
                    .ifPresent(failed ->
                            end(
                                    RunStatus.FAILED,
                                    failed.message(),
                                    failed.errorType(),
                                    answer.at()));
            settle(answer.at());
            return;
        }
        Step step = fold.find(answer.nodeId()).orElse(null);
        if (step != null
                && step.state() instanceof StepState.Working working
                && working.attempt() == answer.attempt()) {
            switch (answer.answer()) {
                case NodeOutcome outcome -> conclude(step, working, outcome, answer.at());
                case NodeNote note -> note(step, note, answer.at());
                case Admission _ -> throw new IllegalArgumentException("no check: " + step.path());
            }
            settle(answer.at());
        }
    }

    /** The node goes on with what it knows now. */
    private void note(Step step, NodeNote note, Instant at) {
        record(new JournalEvent.Noted(step.path(), note, at));
        checkTime(at);
        if (isUnderWay(step) && step.state() instanceof StepState.Working working) {
            work(step, working, at);
        }
    }

    /** Forms that are still open are waited for again, once all that could begin has begun. */
    private void fill(RunCommand.Fill fill) {
        if (!awaits(fill.nodeId())) {
            return;
        }
        Step step = fold.find(fill.nodeId()).orElseThrow();
        if (status() == RunStatus.PAUSED) {
            record(new JournalEvent.Resumed(fill.at()));
        }
        note(step, fill.answer().note(), fill.at());
        beginReady(fill.at());
        for (Step open : fold.forms().open()) {
            if (open.state() instanceof StepState.AwaitingInput form && !form.told()) {
                await(open, form.form(), form.expiresAt(), fill.at());
            }
        }
        settle(fill.at());
    }

    private void await(Step step, NodeForm form, Instant expiresAt, Instant at) {
        if (!status().isTerminal()) {
            record(new JournalEvent.Awaited(step.path(), form, expiresAt, at));
        }
    }

    private void cutOff(RunCommand.CutOff cutOff) {
        if (Gatekeeper.owns(cutOff.nodeId())) {
            gatekeeper.cutOff(cutOff.nodeId());
            settle(cutOff.at());
        } else if (isCurrent(cutOff.nodeId(), cutOff.attempt())) {
            redo(fold.find(cutOff.nodeId()).orElseThrow(), cutOff.at());
            settle(cutOff.at());
        }
    }

    private void retry(RunCommand.Retry retry) {
        Step step = fold.find(retry.nodeId()).orElse(null);
        if (step != null && step.state() instanceof StepState.AwaitingRetry) {
            begin(step, retry.at());
            settle(retry.at());
        }
    }

    private boolean isCurrent(String path, int attempt) {
        return fold.find(path).map(Step::state).orElse(null) instanceof StepState.Working working
                && working.attempt() == attempt;
    }

    /** Begins all that is ready; a run with nothing left to do has ended, or waits for forms. */
    private void settle(Instant at) {
        if (!status().isTerminal() && gatekeeper.admits(at)) {
            beginReady(at);
        }
        if (status().isTerminal() || !fold.gate().isInside()) {
            review(at);
            return;
        }
        if (!fold.hasOpenSteps()) {
            if (gatekeeper.hasReviewed(true, at)) {
                boolean clean = fold.failedAttempts() == 0;
                end(clean ? RunStatus.SUCCEEDED : RunStatus.PARTIAL_SUCCEEDED, null, null, at);
            }
        } else if (fold.forms().isAllElseDone()) {
            record(new JournalEvent.Paused(at));
        }
    }

    /** Ends a run that somebody else than its graph has answered. */
    private void review(Instant at) {
        if (status() != RunStatus.RUNNING) {
            return;
        }
        if (gatekeeper.hasReviewed(false, at) && fold.gate().isAnswered()) {
            if (fold.hasOpenSteps() && start().isGraph()) {
                String reason = "Stopped by output moderation.";
                end(RunStatus.STOPPED, reason, RunEvent.Finished.MODERATED, at);
            } else {
                end(RunStatus.SUCCEEDED, null, null, at);
            }
        }
    }

    private void beginReady(Instant at) {
        while (!status().isTerminal()) {
            Step next = fold.frames().nextReady().orElse(null);
            if (next != null) {
                begin(next, at);
                continue;
            }
            Frame.Place over = fold.frames().nextExhausted().map(Frame::place).orElse(null);
            if (over == null) {
                break;
            }
            rounds.end(over, at);
        }
    }

    private void begin(Step step, Instant at) {
        int attempt =
                step.state() instanceof StepState.AwaitingRetry awaiting
                        ? awaiting.failedAttempts() + 1
                        : 1;
        record(new JournalEvent.Begun(step.path(), attempt, at));
        if (step.state() instanceof StepState.Working working) {
            work(step, working, at);
        }
    }

    private void work(Step step, StepState.Working working, Instant at) {
        switch (step.node().logic().begin(fold.scope(step, working))) {
            case NodeStep.Done(NodeOutcome outcome) -> conclude(step, working, outcome, at);
            case NodeStep.Enter(var inputs, int length, var variables) -> {
                record(new JournalEvent.Entered(step.path(), inputs, length, variables, at));
                rounds.advance(step, at);
            }
            case NodeStep.Fill(NodeForm form) -> await(step, form, at.plus(form.validFor()), at);
            case NodeStep.Ask<?> ask ->
                    transcript.due(
                            new Effect.Execute(
                                    step.path(),
                                    working.attempt(),
                                    new StepViews(start().runId())
                                            .callId(step, working.notes().size()),
                                    ask));
        }
    }

    private void conclude(Step step, StepState.Working working, NodeOutcome outcome, Instant at) {
        switch (outcome) {
            case NodeOutcome.Succeeded succeeded -> {
                record(new JournalEvent.Completed(step.path(), succeeded, at));
                checkLimits(at);
            }
            case NodeOutcome.Failed failed -> fail(step, working, failed, at);
        }
    }

    private void fail(Step step, StepState.Working working, NodeOutcome.Failed failed, Instant at) {
        ErrorResolution resolution = ErrorResolution.of(step, working.attempt());
        record(new JournalEvent.Errored(step.path(), failed, resolution, at));
        switch (resolution) {
            case RETRY -> transcript.due(new Effect.RetryAfter(step.path(), retryInterval(step)));
            case FAIL_RUN -> end(RunStatus.FAILED, failed.message(), failed.errorType(), at);
            case FAIL_BRANCH, DEFAULT_VALUE, FAIL_ROUND -> {
                // the node counts as done, or its round ends as soon as it is looked at
            }
        }
        checkLimits(at);
    }

    private static Duration retryInterval(Step step) {
        return step.node().errorPolicy().retryInterval();
    }

    private void checkLimits(Instant at) {
        limits.exceededBy(fold.stepsBegun())
                .ifPresent(message -> end(RunStatus.FAILED, message, null, at));
        checkTime(at);
    }

    /** A run that waits for people takes no time. */
    private void checkTime(Instant at) {
        if (status() == RunStatus.PAUSED) {
            return;
        }
        limits.exceededBy(fold.age(at))
                .ifPresent(message -> end(RunStatus.FAILED, message, null, at));
    }

    private void end(
            RunStatus status, @Nullable String error, @Nullable String errorType, Instant at) {
        if (status().isTerminal()) {
            return;
        }
        fold.frames()
                .in(StepState.Working.class)
                .forEach(step -> transcript.due(new Effect.Cancel(step.path())));
        gatekeeper.pending().forEach(path -> transcript.due(new Effect.Cancel(path)));
        transcript.drop(effect -> !(effect instanceof Effect.Cancel));
        record(new JournalEvent.Ended(status, error, errorType, at));
    }

    private void record(JournalEvent fact) {
        transcript.record(fact);
    }
}
