package io.holdfast.engine.app.egress;

/** The policy forbids the target of a request; the message names it. */
public final class EgressDeniedException extends OutboundException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what the address is
     */
    EgressDeniedException(String host, String reason) {
        super(
                "Access to '"
                        + host
                        + "' was blocked: it points to "
                        + reason
                        + ". The operator can allow it with holdfast.egress.allow.");
    }
}
