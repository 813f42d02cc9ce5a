package io.holdfast.extraction;

import org.jspecify.annotations.Nullable;

/** A document has no text that could be had; the message is for who sent it. */
public final class ExtractionException extends Exception {

    private static final long serialVersionUID = 1L;

    ExtractionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
