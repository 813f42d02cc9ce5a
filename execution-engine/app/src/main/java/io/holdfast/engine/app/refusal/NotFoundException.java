package io.holdfast.engine.app.refusal;

import io.holdfast.platform.error.HoldfastException;

/** What a request names does not exist, or belongs to somebody else. */
public final class NotFoundException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    private NotFoundException(String code, String message) {
        super(404, code, message);
    }

    public static NotFoundException run() {
        return new NotFoundException("run_not_found", "Workflow run not found.");
    }

    public static NotFoundException conversation() {
        return new NotFoundException("conversation_not_found", "Conversation Not Exists.");
    }

    public static NotFoundException lastConversation() {
        return new NotFoundException(
                "last_conversation_not_found", "Last Conversation Not Exists.");
    }

    public static NotFoundException firstMessage() {
        return new NotFoundException("first_message_not_found", "First Message Not Exists.");
    }
}
