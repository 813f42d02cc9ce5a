package io.holdfast.engine.node.assigner;

/** An assignment cannot be made; the node fails with the message. */
final class AssignmentException extends Exception {

    private static final long serialVersionUID = 1L;

    AssignmentException(String message) {
        super(message);
    }
}
