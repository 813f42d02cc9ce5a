package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.VariableUpdate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.VariablePool;
import java.time.Duration;
import java.time.Instant;
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
final class RunFold {

    private static final String FAIL_BRANCH = "fail-branch";
    private static final String OUTPUT_MODERATION = "output_moderation";

    private final Frames frames = new Frames();
    private final Showing showing = new Showing();
    private Frame outermost;
    private final Containers containers = new Containers(frames, showing);
    private final Forms forms = new Forms(frames, containers, showing);
    private final GateState gate = new GateState();
    private final RunTotals totals = new RunTotals();
    private @Nullable RunStart start;
    private RunStatus status = RunStatus.RUNNING;

    RunFold(Graph graph) {
        this.outermost = begin(graph);
    }

    private Frame begin(Graph graph) {
        Frame frame = new Frame("", graph, new VariablePool(), null, false, showing);
        frames.add(frame);
        return frame;
    }

    /** Folds one fact; what it shows to followers is appended to the list of emitted events. */
    void apply(JournalEvent fact) {
        switch (fact) {
            case JournalEvent.Accepted accepted -> accepted(accepted);
            case JournalEvent.Checked checked -> checked(checked);
            case JournalEvent.Admitted admitted -> enter(admitted.at());
            case JournalEvent.Reviewed reviewed -> reviewed(reviewed);
            case JournalEvent.Begun begun -> begun(begun);
            case JournalEvent.Streamed streamed -> streamed(streamed);
            case JournalEvent.Completed completed -> completed(completed);
            case JournalEvent.Errored errored -> errored(errored);
            case JournalEvent.Interrupted interrupted -> interrupted(interrupted);
            case JournalEvent.Noted noted -> noted(noted);
            case JournalEvent.Awaited awaited ->
                    forms.await(requireStep(awaited.nodeId()), awaited, views());
            case JournalEvent.Paused paused -> paused(paused);
            case JournalEvent.Resumed resumed -> resumed(resumed);
            case JournalEvent.Entered entered ->
                    containers.enter(requireStep(entered.nodeId()), entered);
            case JournalEvent.RoundBegun begun ->
                    containers.beginRound(requireStep(begun.nodeId()), begun);
            case JournalEvent.RoundEnded ended ->
                    containers.endRound(requireStep(ended.nodeId()), ended);
            case JournalEvent.Ended ended -> ended(ended);
        }
    }

    /** What followers have not been given yet; the list is emptied. */
    List<RunEvent> takeEmitted() {
        return showing.take();
    }

    Frames frames() {
        return frames;
    }

    Containers containers() {
        return containers;
    }

    Forms forms() {
        return forms;
    }

    GateState gate() {
        return gate;
    }

    /** All text that has been shown. */
    String text() {
        return showing.text();
    }

    /** Whether any node works or waits for something. */
    boolean hasOpenSteps() {
        return outermost.hasOpenSteps();
    }

    NodeScope scope(Step step, StepState.Working working) {
        return new NodeScope(step.frame().pool(), requireStart(), working.notes());
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

    /** Attempts that began, those inside of containers too: what the limit of steps is about. */
    int stepsBegun() {
        return totals.stepsBegun();
    }

    int failedAttempts() {
        return totals.failedAttempts();
    }

    Duration age(Instant now) {
        return totals.age(now);
    }

    private void accepted(JournalEvent.Accepted fact) {
        start = fact.start();
        totals.startAt(fact.at());
        gate.await(fact.checks());
        if (fact.checks().isEmpty()) {
            enter(fact.at());
        }
    }

    private void checked(JournalEvent.Checked fact) {
        gate.pass(fact.check());
        switch (fact.admission()) {
            case Admission.Replaced(var inputs, var query) ->
                    start = requireStart().withValues(inputs, query);
            case Admission.Answered answer -> {
                gate.answer(answer);
                showing.show(outermost, new RunEvent.Text(answer.text(), List.of()));
            }
            case Admission.Passed _, Admission.Rewritten _ -> {
                // the run goes on as it is
            }
        }
    }

    private void reviewed(JournalEvent.Reviewed fact) {
        gate.review(fact.length());
        switch (fact.admission()) {
            case Admission.Rewritten(String text) -> {
                String all = showing.text();
                String more = all.substring(Math.min(fact.length(), all.length()));
                showing.replace(text + more, OUTPUT_MODERATION);
                gate.review(text.length());
            }
            case Admission.Answered answer -> {
                gate.answer(answer);
                showing.replace(answer.text(), OUTPUT_MODERATION);
            }
            case Admission.Passed _, Admission.Replaced _ -> {
                // what was said stays
            }
        }
    }

    private void enter(Instant at) {
        gate.enter();
        RunStart start = requireStart();
        if (start.rootId() != null) {
            outermost = begin(outermost.graph().rootedAt(start.rootId()));
        }
        VariablePool pool = outermost.pool();
        pool.putAll(Selector.SYSTEM, start.systemVariables());
        pool.putAll(Selector.ENVIRONMENT, start.environment());
        pool.putAll(Selector.CONVERSATION, start.conversation());
        String root = outermost.graph().rootNode().id();
        flatten(pool, root, Selector.SYSTEM, start.systemVariables());
        flatten(pool, root, Selector.ENVIRONMENT, start.environment());
        flatten(pool, root, Selector.CONVERSATION, start.conversation());
        pool.putAll(root, start.inputs());
        showing.show(outermost, new RunEvent.Started(start.shownInputs(), "initial", at));
        outermost.start();
    }

    /** Authors also find these values under the start node, as {@code sys.query} (dsl.md 3.1). */
    private static void flatten(
            VariablePool pool, String root, String owner, Map<String, @Nullable Object> values) {
        values.forEach((name, value) -> pool.put(root, owner + "." + name, value));
    }

    private void begun(JournalEvent.Begun fact) {
        Step step = requireStep(fact.nodeId());
        switch (step.state()) {
            case StepState.Waiting waiting -> {
                step.frame().traversal().begun(step.node().number());
                step.become(waiting.begin(fact.at()));
                step.frame().opened();
                if (isShown(step)) {
                    showing.show(step.frame(), views().started(step, fact.at()));
                }
            }
            case StepState.AwaitingRetry retry -> step.become(retry.begin(fact.at()));
            case StepState.Working _ -> throw outOfOrder(fact);
            case StepState.AwaitingInput _ -> throw outOfOrder(fact);
            case StepState.Finished _ -> throw outOfOrder(fact);
            case StepState.Skipped _ -> throw outOfOrder(fact);
        }
        report(step, fact.at());
        totals.begin(step.frame().isOutermost());
    }

    private void noted(JournalEvent.Noted fact) {
        Step step = requireStep(fact.nodeId());
        if (step.state() instanceof StepState.AwaitingInput awaiting) {
            forms.tell(step, awaiting, views(), fact.at());
            step.become(awaiting.noted(fact.note(), fact.at()));
        } else {
            StepState.Working working = requireWorking(step, fact);
            step.frame().settleStreams(step.node());
            step.become(working.noted(fact.note()));
        }
        report(step, fact.at());
    }

    private void paused(JournalEvent.Paused fact) {
        status = RunStatus.PAUSED;
        showing.show(
                outermost, totals.paused(forms.views(requireStart()), showing.text(), fact.at()));
    }

    /** Time counts anew, steps and tokens go on (dsl.md 4.11). */
    private void resumed(JournalEvent.Resumed fact) {
        status = RunStatus.RUNNING;
        totals.startAt(fact.at());
        forms.release();
        showing.show(
                outermost,
                new RunEvent.Started(requireStart().shownInputs(), "resumption", fact.at()));
    }

    private void report(Step step, Instant at) {
        if (step.state() instanceof StepState.Working working) {
            for (NodeReport report : step.node().logic().reports(scope(step, working))) {
                RunEvent event = views().report(step, report, at);
                if (event instanceof RunEvent.Thought thought) {
                    totals.think(thought);
                }
                showing.show(step.frame(), event);
            }
        }
    }

    private void streamed(JournalEvent.Streamed fact) {
        Step step = requireStep(fact.nodeId());
        step.frame().responses().chunk(Selector.of(step.node().id(), fact.output()), fact.delta());
    }

    private void completed(JournalEvent.Completed fact) {
        Step step = requireStep(fact.nodeId());
        StepState.Working working = requireWorking(step, fact);
        NodeOutcome.Succeeded outcome = fact.outcome();
        totals.add(outcome);
        containers.addUsage(step, outcome.usage());
        containers.succeed(step, outcome.outputs(), fact.at());
        for (VariableUpdate update : outcome.updates()) {
            Selector target = update.selector();
            step.frame().pool().put(target.owner(), target.name(), update.value());
        }
        step.become(working.finish());
        step.frame().finish(step.node(), outcome.outputs(), outcome.handle());
        if (step.node().kind() == NodeKind.RESPONSE) {
            step.frame().outputs().merge(outcome.outputs());
        }
        if (step.node().logic().leavesContainer()) {
            step.frame().leave();
        }
        if (isShown(step)) {
            showing.show(step.frame(), views().succeeded(step, working, outcome, fact.at()));
        }
    }

    private void errored(JournalEvent.Errored fact) {
        Step step = requireStep(fact.nodeId());
        StepState.Working working = requireWorking(step, fact);
        if (step.frame().isOutermost()) {
            totals.fail();
        }
        switch (fact.resolution()) {
            case RETRY -> {
                step.frame().restartStreams(step.node());
                step.become(working.awaitRetry());
                showing.show(step.frame(), views().retried(step, working, fact));
            }
            case FAIL_BRANCH -> handled(step, working, fact, Map.of(), FAIL_BRANCH);
            case DEFAULT_VALUE ->
                    handled(step, working, fact, step.node().errorPolicy().defaultValues(), null);
            case FAIL_ROUND, FAIL_RUN -> {
                containers.fail(step, fact.at());
                step.become(working.finish());
                step.frame().closed();
                if (fact.resolution() == ErrorResolution.FAIL_ROUND) {
                    step.frame().fail(fact.outcome().message());
                }
                if (isShown(step)) {
                    showing.show(step.frame(), views().failed(step, working, fact));
                }
            }
        }
    }

    private void handled(
            Step step,
            StepState.Working working,
            JournalEvent.Errored fact,
            Map<String, @Nullable Object> defaults,
            @Nullable String handle) {
        containers.fail(step, fact.at());
        Map<String, @Nullable Object> result = new LinkedHashMap<>(defaults);
        result.putAll(fact.outcome().asOutputs());
        step.become(working.finish());
        step.frame().finish(step.node(), result, handle);
        if (isShown(step)) {
            ErrorPolicy.Strategy strategy = step.node().errorPolicy().strategy();
            showing.show(step.frame(), views().handled(step, working, fact, result, strategy));
        }
    }

    private void interrupted(JournalEvent.Interrupted fact) {
        Step step = requireStep(fact.nodeId());
        StepState.Working working = requireWorking(step, fact);
        step.frame().restartStreams(step.node());
        step.become(working.interrupted(fact.at()));
    }

    private void ended(JournalEvent.Ended fact) {
        status = fact.status();
        showing.show(
                outermost,
                totals.finished(
                        fact, outermost.outputs().asMap(), showing.text(), gate.annotation()));
    }

    /** Containers have events of their own, and the nodes at which they begin have none. */
    private static boolean isShown(Step step) {
        return !step.node().logic().hidden();
    }

    private StepViews views() {
        return new StepViews(requireStart().runId());
    }

    /** The step of a path; empty when its round is over or its node is not there. */
    Optional<Step> find(String path) {
        return frames.step(path);
    }

    private Step requireStep(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no such step: " + path));
    }

    private static StepState.Working requireWorking(Step step, JournalEvent fact) {
        if (step.state() instanceof StepState.Working working) {
            return working;
        }
        throw outOfOrder(fact);
    }

    private static IllegalStateException outOfOrder(JournalEvent fact) {
        return new IllegalStateException("a fact out of order: " + fact.getClass().getSimpleName());
    }
}
