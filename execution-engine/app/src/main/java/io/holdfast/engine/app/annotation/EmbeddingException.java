package io.holdfast.engine.app.annotation;

import org.jspecify.annotations.Nullable;

/** An embedding model gave no vectors now. Its message holds nothing of what was to be embedded. */
class EmbeddingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
