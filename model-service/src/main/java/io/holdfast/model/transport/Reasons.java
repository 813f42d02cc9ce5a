package io.holdfast.model.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in a few words why a connection failed, without addresses or anything secret. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case UnknownHostException ignored -> "its host name is not known.";
            case SSLException ignored -> "the secure connection was not accepted.";
            case ConnectException ignored -> "it could not be reached.";
            default -> "it broke off (" + failure.getClass().getSimpleName() + ").";
        };
    }
}
