package io.holdfast.platform.outbox;

/** The broker will never take this event. */
class RefusedEventException extends RuntimeException {

    private final transient OutboxRow row;

    RefusedEventException(OutboxRow row, Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
        this.row = row;
    }

    OutboxRow row() {
        return row;
    }
}
