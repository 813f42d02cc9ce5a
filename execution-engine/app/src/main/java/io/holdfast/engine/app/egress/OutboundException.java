package io.holdfast.engine.app.egress;

import org.jspecify.annotations.Nullable;

/** A request got no response that could be taken; the message is meant for the app's author. */
public class OutboundException extends Exception {
    private static final long serialVersionUID = 1L;

    OutboundException(String message) {
        super(message);
    }

    OutboundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
