package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.StepRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model for text, given piece by piece under the name {@code text}.
 *
 * @param messages before what is remembered
 * @param history what of the conversation goes between the messages and the query
 * @param query the last message; absent when the messages say all
 * @param separateReasoning whether think blocks are taken out of the text
 * @param schema the JSON schema that the answer must follow
 */
public record ModelRequest(
        ModelChoice model,
        List<PromptMessage> messages,
        Optional<History> history,
        Optional<PromptMessage> query,
        boolean separateReasoning,
        Optional<Map<String, @Nullable Object>> schema)
        implements StepRequest<ModelReply> {

    public ModelRequest {
        messages = List.copyOf(messages);
    }

    /**
     * A part of a conversation.
     *
     * @param conversationId whose turns
     * @param messageId the turn that is being answered, which is left out
     * @param turns how many, the newest
     */
    public record History(UUID conversationId, UUID messageId, int turns) {}
}
