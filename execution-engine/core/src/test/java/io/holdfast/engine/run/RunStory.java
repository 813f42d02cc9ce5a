package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.graph.Graph;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.FormAnswer;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.StepRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays the outside world to one run and keeps what the run said. */
public final class RunStory {

    private final Program program;
    private final RunLimits limits;
    private final List<JournalEvent> journal = new ArrayList<>();
    private final List<RunEventEnvelope> seen = new ArrayList<>();
    private final Map<String, Effect.Execute> asked = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private RunMachine machine;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    public RunStory(Graph graph) {
        this(graph, RunLimits.DEFAULT);
    }

    public RunStory(Graph graph, RunLimits limits) {
        this(Program.of(graph), limits);
    }

    public RunStory(Program program, RunLimits limits) {
        this.program = program;
        this.limits = limits;
        this.machine = new RunMachine(program, limits);
    }

    public static RunStart start(String mode, Map<String, @Nullable Object> inputs) {
        UUID id = new UUID(0x7000L, 1);
        return new RunStart(
                id,
                new UUID(0x7000L, 2),
                new UUID(0x7000L, 3),
                new UUID(0x7000L, 4),
                new UUID(0x7000L, 5),
                mode,
                "somebody",
                new UUID(0x7000L, 6),
                inputs,
                null,
                List.of(),
                null,
                null,
                1,
                Map.of(),
                Map.of(),
                1_760_000_000L,
                null);
    }

    /** A trigger begins the run. */
    RunStory fires(String trigger, Map<String, @Nullable Object> values) {
        RunStart start = start("workflow", values);
        return handle(new RunCommand.Accept(at(start, trigger), now));
    }

    private static RunStart at(RunStart start, String trigger) {
        return new RunStart(
                start.runId(),
                start.taskId(),
                start.tenantId(),
                start.appId(),
                start.workflowId(),
                start.appMode(),
                start.user(),
                start.endUserId(),
                start.inputs(),
                null,
                List.of(),
                null,
                null,
                1,
                Map.of(),
                Map.of(),
                start.acceptedAtEpochSecond(),
                trigger);
    }

    public RunStory begin(Map<String, @Nullable Object> inputs) {
        return handle(new RunCommand.Accept(start("advanced-chat", inputs), now));
    }

    /** Begins with all that a run may be accepted with. */
    public RunStory begin(RunStart start) {
        return handle(new RunCommand.Accept(start, now));
    }

    /** The outside world replies; the node says what that means. */
    @SuppressWarnings("unchecked")
    public <R> RunStory replies(String node, R reply) {
        return answer(node, ((NodeStep.Ask<R>) asking(node)).meaning().apply(reply));
    }

    /** What a node has asked and waits for. */
    public StepRequest<?> asks(String node) {
        return asking(node).request();
    }

    private NodeStep.Ask<?> asking(String node) {
        attempt(node);
        return Objects.requireNonNull(asked.get(node)).ask();
    }

    public RunStory streams(String node, String... deltas) {
        for (String delta : deltas) {
            handle(new RunCommand.Stream(node, attempt(node), "text", delta, now));
        }
        return this;
    }

    public RunStory succeeds(String node, Map<String, @Nullable Object> outputs) {
        return answer(node, NodeOutcome.Succeeded.of(Map.of(), outputs));
    }

    public RunStory chooses(String node, String handle) {
        return answer(node, NodeOutcome.Succeeded.of(Map.of(), Map.of()).withHandle(handle));
    }

    public RunStory fails(String node, String type, String message) {
        return answer(node, NodeOutcome.Failed.of(type, message));
    }

    /** A person fills the form of a node. */
    RunStory fills(String node, String action, Map<String, @Nullable Object> values) {
        return handle(
                new RunCommand.Fill(
                        node, new FormAnswer.Submitted(form(node).content(), action, values), now));
    }

    /** Nobody fills the form of a node in time. */
    RunStory lapses(String node) {
        RunEvent.Form form = form(node);
        return handle(
                new RunCommand.Fill(
                        node,
                        new FormAnswer.Expired(form.content(), form.expiresAt().getEpochSecond()),
                        now));
    }

    /** The form that the run has told of last for a node. */
    RunEvent.Form form(String node) {
        return seen.reversed().stream()
                .map(RunEventEnvelope::event)
                .filter(RunEvent.Paused.class::isInstance)
                .flatMap(event -> ((RunEvent.Paused) event).forms().stream())
                .filter(form -> form.step().equals(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError(node + " has no form; " + wire()));
    }

    /** The forms of the pause in which the run is. */
    List<String> forms() {
        return !seen.isEmpty() && seen.getLast().event() instanceof RunEvent.Paused paused
                ? paused.forms().stream().map(RunEvent.Form::step).toList()
                : List.of();
    }

    /** What carried the node's question out dies. */
    public RunStory cutsOff(String node) {
        int attempt = attempt(node);
        asked.remove(node);
        return handle(new RunCommand.CutOff(node, attempt, now));
    }

    public RunStory retries(String node) {
        return handle(new RunCommand.Retry(node, now));
    }

    public RunStory stops() {
        return handle(new RunCommand.Stop("Stopped by user.", now));
    }

    public RunStory after(Duration duration) {
        now = now.plus(duration);
        return handle(new RunCommand.CheckTime(now));
    }

    /** The engine dies; another folds the journal and goes on. */
    public RunStory crashes() {
        machine = new RunMachine(program, limits);
        asked.clear();
        List<RunEventEnvelope> again = new ArrayList<>();
        journal.forEach(fact -> again.addAll(machine.replay(fact)));
        if (!again.equals(seen)) {
            throw new AssertionError("replay shows other events:\n" + again + "\nthan\n" + seen);
        }
        return handle(new RunCommand.Resume(now));
    }

    public RunStory handle(RunCommand command) {
        Transition transition = machine.handle(command);
        journal.addAll(transition.facts());
        seen.addAll(transition.events());
        for (Effect effect : transition.effects()) {
            effects.add(effect);
            if (effect instanceof Effect.Execute execute) {
                asked.put(execute.nodeId(), execute);
            }
        }
        return this;
    }

    /** A node learns something, and asks for more. */
    public RunStory notes(String node, Map<String, @Nullable Object> learned) {
        return answer(node, new NodeNote(learned));
    }

    /** Somebody who stands at the gate has made up their mind. */
    RunStory judges(String check, Admission admission) {
        return answer(check, admission);
    }

    private RunStory answer(String node, NodeAnswer answer) {
        int attempt = attempt(node);
        asked.remove(node);
        return handle(new RunCommand.Answer(node, attempt, answer, now));
    }

    private int attempt(String node) {
        Effect.Execute execute = asked.get(node);
        if (execute == null) {
            throw new AssertionError(node + " was not asked to work; asked: " + asked.keySet());
        }
        return execute.attempt();
    }

    public List<String> working() {
        return List.copyOf(asked.keySet());
    }

    public List<Effect> effects() {
        return effects;
    }

    public List<JournalEvent> journal() {
        return journal;
    }

    public List<RunEventEnvelope> seen() {
        return seen;
    }

    public RunMachine machine() {
        return machine;
    }

    public RunEvent.Finished finished() {
        if (seen.getLast().event() instanceof RunEvent.Finished finished) {
            return finished;
        }
        throw new AssertionError("the run has not ended: " + wire());
    }

    /** All text as a client that appends and replaces has it. */
    public String clientText() {
        StringBuilder text = new StringBuilder();
        for (RunEventEnvelope envelope : seen) {
            switch (envelope.event()) {
                case RunEvent.Text piece -> text.append(piece.text());
                case RunEvent.TextReplaced replaced -> {
                    text.setLength(0);
                    text.append(replaced.text());
                }
                default -> {
                    // no text
                }
            }
        }
        return text.toString();
    }

    /** The events in short, as dsl.md 7.2 writes them. */
    public List<String> wire() {
        return seen.stream().map(envelope -> shorten(envelope.event())).toList();
    }

    /** The events in short, without those of text. */
    public List<String> steps() {
        return wire().stream().filter(event -> !event.startsWith("msg ")).toList();
    }

    private static String shorten(RunEvent event) {
        return switch (event) {
            case RunEvent.Accepted _ -> "accepted";
            case RunEvent.Started _ -> "ws";
            case RunEvent.StepStarted step -> "ns(" + step.nodeId() + ")";
            case RunEvent.StepFinished step ->
                    "nf("
                            + step.nodeId()
                            + (step.status().equals("succeeded") ? "" : " " + step.status())
                            + ")";
            case RunEvent.StepRetried retried ->
                    "retry(" + retried.attempt().nodeId() + " " + retried.retryIndex() + ")";
            case RunEvent.StepLog log -> "log(" + log.nodeId() + " " + log.label() + ")";
            case RunEvent.Thought thought -> "thought(" + thought.position() + ")";
            case RunEvent.MessageFile file -> "file(" + file.type() + ")";
            case RunEvent.RoundsStarted rounds -> "started(" + rounds.container().nodeId() + ")";
            case RunEvent.RoundStarted round ->
                    "next(" + round.container().nodeId() + " " + round.index() + ")";
            case RunEvent.RoundsFinished rounds ->
                    "completed("
                            + rounds.container().nodeId()
                            + (rounds.status().equals("succeeded") ? "" : " " + rounds.status())
                            + ")";
            case RunEvent.FormFilled filled ->
                    "filled(" + filled.nodeId() + " " + filled.actionId() + ")";
            case RunEvent.FormExpired expired -> "expired(" + expired.nodeId() + ")";
            case RunEvent.Paused paused -> "paused" + paused.nodes();
            case RunEvent.Text text -> "msg \"" + text.text() + "\"";
            case RunEvent.TextReplaced text -> "replace \"" + text.text() + "\"";
            case RunEvent.Finished finished -> "wf(" + finished.status().wireName() + ")";
            case RunEvent.Unknown _ -> "?";
        };
    }
}
