package io.holdfast.engine.app.suggestion;

import io.holdfast.platform.error.HoldfastException;

/** Why nothing is suggested. */
final class SuggestionRefusedException extends HoldfastException {

    private static final long serialVersionUID = 1L;

    private SuggestionRefusedException(int status, String code, String message) {
        super(status, code, message);
    }

    static SuggestionRefusedException noMessage() {
        return new SuggestionRefusedException(404, "message_not_found", "Message Not Exists.");
    }

    static SuggestionRefusedException disabled() {
        return new SuggestionRefusedException(
                400, "suggestions_disabled", "Suggested Questions Is Disabled.");
    }
}
