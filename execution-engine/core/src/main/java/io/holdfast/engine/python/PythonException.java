package io.holdfast.engine.python;

/** What Python would raise: the class of the error and its text. */
public final class PythonException extends RuntimeException {

    private final String type;
    private final String text;

    public PythonException(String type, String text) {
        super(text, null, false, false);
        this.type = type;
        this.text = text;
    }

    public static PythonException typeError(String text) {
        return new PythonException("TypeError", text);
    }

    public static PythonException valueError(String text) {
        return new PythonException("ValueError", text);
    }

    /** The name of Python's class, such as {@code TypeError}. */
    public String type() {
        return type;
    }

    /** Python's text of the error. */
    public String text() {
        return text;
    }
}
