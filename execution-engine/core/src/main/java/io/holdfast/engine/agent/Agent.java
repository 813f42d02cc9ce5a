package io.holdfast.engine.agent;

import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.List;
import java.util.Optional;

/**
 * An assistant at work: it asks its model, uses the tools that the model wants, tells the model
 * what they said, and so on until the model is content. What is next follows from its notes alone.
 */
public final class Agent {

    private final AgentTask task;
    private final Dialect dialect;
    private final AgentProgress progress;

    private Agent(AgentTask task, Dialect dialect, AgentProgress progress) {
        this.task = task;
        this.dialect = dialect;
        this.progress = progress;
    }

    /**
     * An agent with its notes.
     *
     * @param separator between what the model says in different rounds
     */
    public static Agent of(
            AgentTask task, Strategy strategy, String separator, List<NodeNote> notes) {
        Dialect dialect =
                switch (strategy) {
                    case FUNCTION_CALLING -> new FunctionCalling(separator);
                    case REACT -> new ReasonAndAct();
                };
        return new Agent(task, dialect, AgentNotes.read(notes));
    }

    /** What the agent asks next; empty when it is done. */
    public Optional<NodeStep> next() {
        if (awaitsCatalog()) {
            return Optional.of(
                    new NodeStep.Ask<>(
                            new ToolCatalogRequest(task.choices(), task.servers()),
                            AgentNotes::of));
        }
        Optional<Round> round = progress.last();
        if (round.isPresent() && !round.get().isOver()) {
            return Optional.of(use(round.get().pending()));
        }
        return goesOn() ? Optional.of(ask()) : Optional.empty();
    }

    /** What came of it, once nothing is next. */
    public AgentResult result() {
        return new AgentResult(
                dialect.answer(progress), progress.usage(), progress.citations(), progress.files());
    }

    /** What followers of a workflow are told after the last note (http-api.md 2.10). */
    public List<NodeReport> logs() {
        return new AgentReports(this, new RoundLogs(task.model(), dialect)).latest();
    }

    /** All entries of the log, as they are now. */
    public List<NodeReport.Log> allLogs() {
        return new RoundLogs(task.model(), dialect).all(progress.rounds());
    }

    /** What followers of a chat are told after the last note (http-api.md 2.9). */
    public List<NodeReport> thoughts() {
        return new AgentReports(this, new Thoughts(progress, dialect)).latest();
    }

    AgentProgress progress() {
        return progress;
    }

    boolean awaitsCatalog() {
        return task.needsCatalog() && progress.catalog() == null;
    }

    /** Whether the model is asked again once all tools have spoken. */
    boolean goesOn() {
        return progress.rounds().size() < task.maxCalls()
                && progress.last().map(round -> !round.calls().isEmpty()).orElse(true);
    }

    private NodeStep ask() {
        boolean last = progress.rounds().size() + 1 >= task.maxCalls();
        return new NodeStep.Ask<>(
                dialect.ask(task, progress, last),
                reply -> AgentNotes.of(reply, last ? List.of() : dialect.calls(reply)));
    }

    private NodeStep use(ToolCall call) {
        OfferedTool tool = progress.tool(call.name()).orElseThrow();
        return ToolSteps.use(tool, call, task.servers());
    }
}
