package io.holdfast.engine.app.file;

import org.jspecify.annotations.Nullable;

/** The content of a file cannot be had; the message says why. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
