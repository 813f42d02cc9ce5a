package io.holdfast.gateway.webhook;

/** A request does not fit its webhook; the message is for who sent it. */
final class WebhookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WebhookException(String message) {
        super(message);
    }
}
