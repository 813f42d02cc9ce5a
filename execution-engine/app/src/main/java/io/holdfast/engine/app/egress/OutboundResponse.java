package io.holdfast.engine.app.egress;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What came back, redirects followed, decompressed.
 *
 * @param url of the last request
 * @param headers by lower-case name, all values in order
 * @param body at most as many bytes as the caller allowed
 */
public record OutboundResponse(
        int status, URI url, Map<String, List<String>> headers, Buffer body) {}
