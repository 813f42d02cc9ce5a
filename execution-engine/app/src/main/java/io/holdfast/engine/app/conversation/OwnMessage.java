package io.holdfast.engine.app.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message belongs.
 *
 * @param conversationId null for completion apps
 */
public record OwnMessage(UUID runId, @Nullable UUID conversationId) {}
