package io.holdfast.engine.agent;

import java.util.Map;

/**
 * A server of tools that speaks the Model Context Protocol.
 *
 * @param transport {@code sse} or {@code streamable_http}
 * @param headers sent with each request
 */
public record McpServer(String name, String transport, String url, Map<String, String> headers) {

    public McpServer {
        headers = Map.copyOf(headers);
    }
}
