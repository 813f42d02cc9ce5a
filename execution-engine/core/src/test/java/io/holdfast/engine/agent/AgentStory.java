package io.holdfast.engine.agent;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeAnswer;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeReport;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.StepRequest;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the outside world to one agent. The agent begins anew after each answer, as in a run. */
public final class AgentStory {

    private final NodeLogic node;
    private final GivenVariables variables;
    private final List<NodeNote> notes = new ArrayList<>();
    private final List<NodeReport> reports = new ArrayList<>();

    public AgentStory(NodeLogic node, GivenVariables variables) {
        this.node = node;
        this.variables = variables;
        report();
    }

    private void report() {
        reports.addAll(node.reports(variables.scope(notes)));
    }

    /** What is asked now. */
    public StepRequest<?> asked() {
        return ask().request();
    }

    public ModelRequest askedModel() {
        return (ModelRequest) asked();
    }

    public ToolUse askedTool() {
        return (ToolUse) asked();
    }

    private NodeStep.Ask<?> ask() {
        if (node.begin(variables.scope(notes)) instanceof NodeStep.Ask<?> ask) {
            return ask;
        }
        throw new AssertionError("the agent asks for nothing: " + outcome());
    }

    public NodeOutcome outcome() {
        if (node.begin(variables.scope(notes)) instanceof NodeStep.Done(NodeOutcome outcome)) {
            return outcome;
        }
        throw new AssertionError("the agent has not ended; it asks " + asked());
    }

    public Map<String, ?> outputs() {
        if (outcome() instanceof NodeOutcome.Succeeded done) {
            return done.outputs();
        }
        throw new AssertionError(outcome().toString());
    }

    public AgentStory says(String text, ToolCall... calls) {
        return answer(
                new ModelReply(
                        List.of(),
                        text,
                        "",
                        "stop",
                        Map.of("total_tokens", 5L),
                        Optional.empty(),
                        List.of(calls)));
    }

    public AgentStory offers(OfferedTool... tools) {
        return answer(new ToolCatalog(List.of(tools)));
    }

    public AgentStory observes(Observation observation) {
        return answer(observation);
    }

    @SuppressWarnings("unchecked") // the test answers what was asked
    private AgentStory answer(Object reply) {
        NodeAnswer answer = ((NodeStep.Ask<Object>) ask()).meaning().apply(reply);
        if (!(answer instanceof NodeNote note)) {
            throw new AssertionError("an agent learns from answers: " + answer);
        }
        notes.add(note);
        report();
        return this;
    }

    /** The log in short. */
    public List<String> log() {
        return reports.stream()
                .map(report ->
                        switch (report) {
                            case NodeReport.Log log -> log.label() + " " + log.status();
                            case NodeReport.Thought thought ->
                                    thought.position()
                                            + ": "
                                            + thought.thought()
                                            + " "
                                            + thought.tools()
                                            + " "
                                            + thought.toolInput()
                                            + " "
                                            + thought.observation();
                            case NodeReport.MessageFile file -> "file " + file.type();
                            case NodeReport.FormFilled filled -> filled.toString();
                            case NodeReport.FormExpired expired -> expired.toString();
                        })
                .toList();
    }

    /** A tool with one parameter. */
    public static OfferedTool tool(String name) {
        return new OfferedTool(
                name,
                "The " + name,
                "Does " + name,
                Map.of("type", "object", "properties", Map.of("q", Map.of("type", "string"))),
                "builtin",
                "some/" + name,
                name,
                Map.of("lang", "en"));
    }
}
