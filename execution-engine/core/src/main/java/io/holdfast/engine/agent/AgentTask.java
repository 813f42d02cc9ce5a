package io.holdfast.engine.agent;

import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import java.util.List;
import java.util.Optional;

/**
 * What an agent is to do.
 *
 * @param instruction empty for none
 * @param history what of the conversation it knows
 * @param query what the user says
 * @param maxCalls most calls of the model; in the last one it has no tools
 */
public record AgentTask(
        ModelChoice model,
        String instruction,
        Optional<ModelRequest.History> history,
        PromptMessage query,
        List<ToolChoice> choices,
        List<McpServer> servers,
        int maxCalls) {

    public AgentTask {
        choices = List.copyOf(choices);
        servers = List.copyOf(servers);
    }

    /** What the user says; pictures are shown once (dsl.md 5.7). */
    PromptMessage queryAfter(List<?> rounds) {
        return rounds.isEmpty() || query.files().isEmpty()
                ? query
                : new PromptMessage(query.role(), "[image]\n" + query.text());
    }

    /** Whether anybody has to be asked what there is to use. */
    boolean needsCatalog() {
        return !choices.isEmpty() || !servers.isEmpty();
    }
}
