package io.holdfast.engine.app.tool;

/** A tool could not do what was asked; the message is for the app's author. */
public class ToolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ToolException(String message) {
        super(message);
    }
}
