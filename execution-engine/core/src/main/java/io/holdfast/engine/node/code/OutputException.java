package io.holdfast.engine.node.code;

/** The result of code does not fit what the node declares. */
final class OutputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    OutputException(String message) {
        this("OutputValidationError", message);
    }

    OutputException(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    String errorType() {
        return errorType;
    }
}
