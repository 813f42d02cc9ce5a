package io.holdfast.engine.app.tool;

/** There is no such tool. */
public final class UnknownToolException extends ToolException {

    private static final long serialVersionUID = 1L;

    public UnknownToolException(String tool) {
        super("There is no tool " + tool);
    }
}
