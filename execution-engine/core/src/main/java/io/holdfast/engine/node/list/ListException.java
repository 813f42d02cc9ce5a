package io.holdfast.engine.node.list;

/** A list cannot be worked on as asked; the node fails with the message. */
final class ListException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String errorType;

    ListException(String message) {
        this("", message);
    }

    ListException(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    String errorType() {
        return errorType;
    }
}
