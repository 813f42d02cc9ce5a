package io.holdfast.engine.python;

/** An evaluation asked for more time, memory or stack than it was given. */
public final class LimitException extends RuntimeException {

    public LimitException(String message) {
        super(message, null, false, false);
    }
}
