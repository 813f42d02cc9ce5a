package io.holdfast.engine.moderation;

/** The feature is not as it must be. */
public final class ModerationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModerationException(String message) {
        super(message);
    }
}
