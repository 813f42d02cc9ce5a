package io.holdfast.engine.jinja.syntax;

/** A template that is no Jinja2. */
public final class TemplateSyntaxException extends RuntimeException {

    private final String type;
    private final String text;
    private final int line;

    TemplateSyntaxException(String text, int line) {
        this("TemplateSyntaxError", text, line);
    }

    TemplateSyntaxException(String type, String text, int line) {
        super(text, null, false, false);
        this.type = type;
        this.text = text;
        this.line = line;
    }

    /** Jinja2's class of the error. */
    public String type() {
        return type;
    }

    public String text() {
        return text;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
