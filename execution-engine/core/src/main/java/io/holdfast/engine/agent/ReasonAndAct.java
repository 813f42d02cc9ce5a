package io.holdfast.engine.agent;

import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.node.llm.ToolCall;
import io.holdfast.engine.value.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Models that are taught in words how to use tools: ReAct (dsl.md 3.16, 5.7). */
final class ReasonAndAct implements Dialect {

    private static final String OBSERVATION = "Observation";

    @Override
    public ModelRequest ask(AgentTask task, AgentProgress progress, boolean last) {
        return new ModelRequest(
                task.model().withStop(OBSERVATION),
                List.of(
                        new PromptMessage(
                                "system", system(task, last ? List.of() : progress.tools()))),
                task.history(),
                Optional.of(task.queryAfter(progress.rounds())),
                false,
                Optional.empty(),
                said(progress, last),
                List.of(),
                ModelRequest.Showing.NOT);
    }

    private static String system(AgentTask task, List<OfferedTool> tools) {
        if (tools.isEmpty()) {
            return task.instruction() + "\n\n" + ANSWER_ALONE;
        }
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        for (OfferedTool tool : tools) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("name", tool.name());
            entry.put("description", tool.description());
            entry.put("parameters", tool.parameters());
            shown.add(entry);
        }
        return task.instruction()
                + "\n\n"
                + """
                Solve the task step by step. These tools can be used, with arguments as their JSON \
                schemas say:

                %s

                Each of your replies is exactly one thought and one action, in this form:

                Thought: what you know and what is missing
                Action:
                ```
                {"action": "the name of a tool", "action_input": {"argument": "value"}}
                ```

                Stop there. What the tool says follows as "Observation:". Never write an observation \
                yourself. When you know the answer, or no tool can help, reply with:

                Thought: I know the answer
                Action:
                ```
                {"action": "Final Answer", "action_input": "the whole answer, in the language of the \
                question"}
                ```
                """
                        .formatted(JsonText.compact(shown));
    }

    private static final String ANSWER_ALONE =
            "Write your answer after the words \"Final Answer:\". There are no tools to use.";

    /** All thoughts, actions and observations so far, as the model's own notes. */
    private static List<PromptMessage> said(AgentProgress progress, boolean last) {
        if (progress.rounds().isEmpty()) {
            return List.of();
        }
        StringBuilder notes = new StringBuilder();
        for (Round round : progress.rounds()) {
            notes.append(round.text().strip()).append('\n');
            for (Observation observation : round.observations()) {
                notes.append(OBSERVATION).append(": ").append(observation.text()).append('\n');
            }
        }
        return List.of(
                PromptMessage.ofAssistant(notes.toString(), List.of()),
                PromptMessage.ofUser(last ? "Give your final answer now." : "Go on.", List.of()));
    }

    @Override
    public List<ToolCall> calls(ModelReply reply) {
        return ReactReply.parse(reply.text())
                        instanceof ReactReply.Action(_, String name, String input)
                ? List.of(new ToolCall("", name, input))
                : List.of();
    }

    @Override
    public String answer(AgentProgress progress) {
        return progress.last()
                .map(round -> ReactReply.parse(round.text()))
                .map(reply ->
                        switch (reply) {
                            case ReactReply.Answer(_, String text) -> text;
                            case ReactReply.Action action -> action.thought();
                        })
                .orElse("");
    }

    @Override
    public String thought(Round round) {
        return ReactReply.parse(round.text()).thought();
    }
}
