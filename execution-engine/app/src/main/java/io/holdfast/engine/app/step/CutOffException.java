package io.holdfast.engine.app.step;

/**
 * The service that carried a step out is gone before it answered; the step failed for no cause of
 * its own and is done again.
 */
public final class CutOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CutOffException(String message, Throwable cause) {
        super(message, cause);
    }
}
