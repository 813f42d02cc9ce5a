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
 * @param followUp what came after the query
 * @param tools what the model may ask for
 * @param showing how the text is shown while it comes
 */
public record ModelRequest(
        ModelChoice model,
        List<PromptMessage> messages,
        Optional<History> history,
        Optional<PromptMessage> query,
        boolean separateReasoning,
        Optional<Map<String, @Nullable Object>> schema,
        List<PromptMessage> followUp,
        List<ModelTool> tools,
        Showing showing)
        implements StepRequest<ModelReply> {

    public ModelRequest {
        messages = List.copyOf(messages);
        followUp = List.copyOf(followUp);
        tools = List.copyOf(tools);
    }

    /** A request that nothing follows but the answer. */
    public ModelRequest(
            ModelChoice model,
            List<PromptMessage> messages,
            Optional<History> history,
            Optional<PromptMessage> query,
            boolean separateReasoning,
            Optional<Map<String, @Nullable Object>> schema) {
        this(
                model,
                messages,
                history,
                query,
                separateReasoning,
                schema,
                List.of(),
                List.of(),
                Showing.AS_IT_COMES);
    }

    /**
     * How text is shown while it comes.
     *
     * @param quiet whether it is not
     * @param lead what is shown before its first piece
     */
    public record Showing(boolean quiet, String lead) {

        /** Each piece as it is. */
        public static final Showing AS_IT_COMES = new Showing(false, "");

        /** Nothing: what comes is for the node alone. */
        public static final Showing NOT = new Showing(true, "");
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
