package io.holdfast.engine.app.egress;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts failures of the transport into words for the app's author. */
final class OutboundFailures {
    private OutboundFailures() {}

    static OutboundException explain(OutboundRequest request, @Nullable Throwable cause) {
        return switch (cause) {
            case OutboundException known -> known;
            case ConnectTimeoutException e -> failure("timed out while connecting", request, e);
            case TimeoutException e -> failure("timed out", request, e);
            case StreamResetException e when e.getCause() instanceof TimeoutException ->
                    failure("timed out", request, e);
            case HttpClosedException e ->
                    failure("Server disconnected without sending a response", request, e);
            case SSLException e -> failure(String.valueOf(e.getMessage()), request, e);
            case null -> failure("failed", request, null);
            default ->
                    failure(
                            cause.getMessage() == null
                                    ? cause.getClass().getSimpleName()
                                    : cause.getMessage(),
                            request,
                            cause);
        };
    }

    /** Names the host only: a query may hold secrets. */
    private static OutboundException failure(
            String what, OutboundRequest request, @Nullable Throwable cause) {
        return new OutboundException(
                "Request to " + request.url().getHost() + " failed: " + what, cause);
    }
}
