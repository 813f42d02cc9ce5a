package io.holdfast.engine.app.egress;

/** The policy forbids the target of a request; the message names it. */
public final class EgressDeniedException extends OutboundException {
    private static final long serialVersionUID = 1L;

    EgressDeniedException(String host) {
        super(
                "Access to '"
                        + host
                        + "' was blocked: it points to a private or local network"
                        + " address. The operator can allow it with holdfast.egress.allow.");
    }
}
