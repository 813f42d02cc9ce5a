package io.holdfast.engine.node;

/** A node's configuration cannot be used; the message names the field. */
public final class NodeDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NodeDataException(String message) {
        super(message);
    }
}
