package io.holdfast.engine.dsl.importing;

/** A file cannot be imported; the message is the one that the author reads. */
public final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }
}
