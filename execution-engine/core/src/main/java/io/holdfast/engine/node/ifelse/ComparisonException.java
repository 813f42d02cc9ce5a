package io.holdfast.engine.node.ifelse;

/** A condition cannot be decided; the node fails with the message. */
public final class ComparisonException extends Exception {

    private static final long serialVersionUID = 1L;

    ComparisonException(String message) {
        super(message);
    }
}
