package io.holdfast.engine.app.step;

/** A step failed for a cause that the node's author should see. */
public final class StepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    /**
     * @param errorType the class-like name that dsl.md section 3 gives for the cause
     */
    public StepException(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    public String errorType() {
        return errorType;
    }
}
