package io.holdfast.contracts.conversation;

import io.holdfast.contracts.run.RunEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation, question and answer.
 *
 * @param status {@code normal}, {@code error} or {@code paused}
 * @param files those that the user sent with the question (dsl.md 2.6)
 * @param thoughts what an assistant thought on the way
 * @param usage model usage as http-api.md 2.4 names its fields; empty while the turn runs
 */
public record MessageView(
        UUID id,
        UUID conversationId,
        UUID runId,
        Map<String, @Nullable Object> inputs,
        String query,
        String answer,
        String status,
        @Nullable String error,
        List<Map<String, @Nullable Object>> files,
        List<Map<String, @Nullable Object>> retrieverResources,
        List<RunEvent.Thought> thoughts,
        Map<String, @Nullable Object> usage,
        Instant createdAt) {

    @Override
    @SuppressWarnings("ConstantValue") // an engine of an older release tells none
    public List<Map<String, @Nullable Object>> files() {
        return files == null ? List.of() : files;
    }

    @Override
    @SuppressWarnings("ConstantValue") // an engine of an older release tells none
    public List<RunEvent.Thought> thoughts() {
        return thoughts == null ? List.of() : thoughts;
    }
}
