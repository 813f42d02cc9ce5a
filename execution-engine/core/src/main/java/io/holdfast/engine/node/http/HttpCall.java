package io.holdfast.engine.node.http;

import io.holdfast.engine.node.StepRequest;
import java.time.Duration;
import java.util.Map;

/**
 * Asks for an HTTP request to be sent, once, redirects followed.
 *
 * @param method upper case
 * @param url absolute, http or https, its query complete; only characters that a URI allows
 * @param headers authorization and content type included; names differ ignoring case
 * @param body to send as UTF-8; empty for none
 * @param connect how long to wait until the connection stands
 * @param read how long to wait for the next bytes, in either direction
 * @param verifyTls whether the server's certificate must be valid for its host
 */
public record HttpCall(
        String method,
        String url,
        Map<String, String> headers,
        String body,
        Duration connect,
        Duration read,
        boolean verifyTls)
        implements StepRequest<HttpReply> {

    /** Shows nothing that may be secret. */
    @Override
    public String toString() {
        return "HttpCall[method=" + method + "]";
    }
}
