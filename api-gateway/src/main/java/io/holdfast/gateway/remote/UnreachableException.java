package io.holdfast.gateway.remote;

/** Another service did not answer. */
public final class UnreachableException extends RuntimeException {

    private final boolean sent;

    /**
     * @param sent whether the request may have reached the service
     */
    public UnreachableException(String message, boolean sent, Throwable cause) {
        super(message, cause);
        this.sent = sent;
    }

    /** Whether the request may have reached the service: then it may have had its effect. */
    public boolean wasSent() {
        return sent;
    }
}
