package io.holdfast.engine.app.mcp;

/** A server could not be used; the message is for the app's author. */
public final class McpException extends Exception {

    private static final long serialVersionUID = 1L;

    McpException(String message, Throwable cause) {
        super(message, cause);
    }
}
