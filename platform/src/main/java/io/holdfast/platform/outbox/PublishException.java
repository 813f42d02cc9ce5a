package io.holdfast.platform.outbox;

/** The broker did not take a batch; it can be tried again. */
class PublishException extends RuntimeException {

    PublishException(Throwable cause) {
        super("Kafka did not take the events", cause);
    }
}
