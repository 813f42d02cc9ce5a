package io.holdfast.engine.app.conversation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the next turn needs it.
 *
 * @param answeredTurns turns that have an answer
 * @param variables values that were written, by the name of the variable
 */
public record ConversationThread(
        UUID id, int answeredTurns, Map<String, @Nullable Object> variables) {}
