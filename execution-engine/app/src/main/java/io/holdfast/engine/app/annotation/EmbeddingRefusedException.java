package io.holdfast.engine.app.annotation;

/** An embedding model will never do what it was asked for. */
final class EmbeddingRefusedException extends EmbeddingException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Makes one.
     *
     * @param reason the model's own words, for who asked and for no log
     */
    EmbeddingRefusedException(String message, String reason) {
        super(message, null);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
