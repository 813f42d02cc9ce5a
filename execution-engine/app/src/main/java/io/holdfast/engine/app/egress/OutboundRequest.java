package io.holdfast.engine.app.egress;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request as an app wants it.
 *
 * @param method upper case
 * @param url absolute, http or https, only characters that a URI allows
 * @param headers by name; names differ ignoring case
 * @param body bytes to send; empty for none
 * @param connect longest time until the connection stands, TLS included
 * @param read longest silence while the response is awaited or read, and while the body is sent
 * @param verifyTls whether the server's certificate must be valid for its host
 */
public record OutboundRequest(
        String method,
        URI url,
        Map<String, String> headers,
        Buffer body,
        Duration connect,
        Duration read,
        boolean verifyTls) {}
