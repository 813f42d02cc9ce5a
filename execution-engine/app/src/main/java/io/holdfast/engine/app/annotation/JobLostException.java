package io.holdfast.engine.app.annotation;

/** A job was called off, or is another engine's. */
final class JobLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobLostException(EmbeddingJob job) {
        super("embedding job " + job.id() + " of epoch " + job.epoch() + " is not this engine's");
    }
}
