package io.holdfast.engine.node.http;

/** The values of a run make no request; becomes a failure of the node. */
final class HttpNodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String errorType;

    HttpNodeException(String errorType, String message) {
        super(message);
        this.errorType = errorType;
    }

    String errorType() {
        return errorType;
    }
}
