package io.holdfast.engine.jinja;

/** A template that is no Jinja2. */
public final class JinjaSyntaxException extends JinjaException {

    private final int line;

    JinjaSyntaxException(String errorType, String message, int line, Throwable cause) {
        super(errorType, message, cause);
        this.line = line;
    }

    /** Where in the template, from 1. */
    public int line() {
        return line;
    }
}
