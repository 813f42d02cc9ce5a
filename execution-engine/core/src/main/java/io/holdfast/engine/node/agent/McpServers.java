package io.holdfast.engine.node.agent;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which servers of the Model Context Protocol an app names. */
final class McpServers {

    private static final String SSE = "sse";
    private static final String STREAMABLE = "streamable_http";

    private McpServers() {}

    /** A server of which only the address is known: the older transport ends with its name. */
    static McpServer ofUrl(String name, String url) {
        String path = url.split("[?#]", 2)[0];
        boolean sse = path.endsWith("/sse") || path.contains("/sse/");
        return new McpServer(name, sse ? SSE : STREAMABLE, url, Map.of());
    }

    /**
     * The form in which clients of the protocol are configured: by name, with or without {@code
     * mcpServers} around it.
     */
    static List<McpServer> parse(Object config) {
        NodeData root = NodeData.of(asMap(config));
        NodeData byName = root.has("mcpServers") ? root.child("mcpServers") : root;
        List<McpServer> servers = new ArrayList<>();
        for (String name : byName.fields().keySet()) {
            NodeData server = byName.child(name);
            String url = server.requireText("url");
            Map<String, String> headers = new LinkedHashMap<>();
            server.child("headers")
                    .fields()
                    .forEach((header, value) -> headers.put(header, String.valueOf(value)));
            String transport =
                    server.text("transport")
                            .map(given -> given.equals(SSE) ? SSE : STREAMABLE)
                            .orElse(ofUrl(name, url).transport());
            servers.add(new McpServer(name, transport, url, headers));
        }
        return servers;
    }

    private static Map<String, @Nullable Object> asMap(Object config) {
        try {
            Object read = config instanceof String text ? JsonReader.read(text) : config;
            if (read instanceof Map<?, ?> map) {
                return Values.asMap(map);
            }
        } catch (JsonSyntaxException e) {
            throw new NodeDataException("mcp_servers_config is no JSON: " + e.getMessage());
        }
        throw new NodeDataException("mcp_servers_config must be an object");
    }
}
