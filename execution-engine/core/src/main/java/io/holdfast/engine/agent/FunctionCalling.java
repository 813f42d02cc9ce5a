package io.holdfast.engine.agent;

import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.ModelTool;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models that know of tools by themselves (dsl.md 3.16, 5.7).
 *
 * @param separator between the texts of rounds in the answer
 */
record FunctionCalling(String separator) implements Dialect {

    @Override
    public ModelRequest ask(AgentTask task, AgentProgress progress, boolean last) {
        List<PromptMessage> instruction =
                task.instruction().isBlank()
                        ? List.of()
                        : List.of(new PromptMessage("system", task.instruction()));
        List<ModelTool> tools =
                last ? List.of() : progress.tools().stream().map(OfferedTool::forModel).toList();
        return new ModelRequest(
                task.model(),
                instruction,
                task.history(),
                Optional.of(task.queryAfter(progress.rounds())),
                false,
                Optional.empty(),
                said(progress),
                tools,
                new ModelRequest.Showing(false, answer(progress).isEmpty() ? "" : separator));
    }

    private static List<PromptMessage> said(AgentProgress progress) {
        List<PromptMessage> messages = new ArrayList<>();
        for (Round round : progress.rounds()) {
            messages.add(PromptMessage.ofAssistant(round.text(), round.calls()));
            for (int i = 0; i < round.observations().size(); i++) {
                messages.add(
                        PromptMessage.ofTool(
                                round.calls().get(i).id(), round.observations().get(i).text()));
            }
        }
        return messages;
    }

    @Override
    public List<ToolCall> calls(ModelReply reply) {
        return reply.calls();
    }

    @Override
    public String answer(AgentProgress progress) {
        return String.join(
                separator,
                progress.rounds().stream()
                        .map(Round::text)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    @Override
    public String thought(Round round) {
        return round.text();
    }
}
