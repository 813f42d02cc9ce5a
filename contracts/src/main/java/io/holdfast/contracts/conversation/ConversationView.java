package io.holdfast.contracts.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of one end user with one app.
 *
 * @param inputs the inputs of its first message
 * @param introduction the rendered opening statement, may be empty
 */
public record ConversationView(
        UUID id,
        UUID appId,
        String name,
        Map<String, @Nullable Object> inputs,
        String introduction,
        Instant createdAt,
        Instant updatedAt) {}
