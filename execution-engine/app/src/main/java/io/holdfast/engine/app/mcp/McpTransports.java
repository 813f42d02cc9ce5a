package io.holdfast.engine.app.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.app.egress.EgressPolicy;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.net.URI;

/** Opens the transport that a server speaks. */
final class McpTransports {

    private final McpConfig config;
    private final EgressPolicy policy;
    private final McpJsonMapper mapper = new JacksonMcpJsonMapper(new ObjectMapper());

    McpTransports(McpConfig config, EgressPolicy policy) {
        this.config = config;
        this.policy = policy;
    }

    /**
     * Opens nothing yet.
     *
     * @throws IllegalArgumentException when the server's address is no URL
     * @throws IllegalStateException when no request may go there
     */
    McpClientTransport open(McpServer server, McpServers.Named named) {
        URI url = URI.create(server.url());
        if (url.getHost() == null || url.getScheme() == null) {
            throw new IllegalArgumentException("Not a URL: " + server.url());
        }
        String origin = url.getScheme() + "://" + url.getRawAuthority();
        String path = server.url().substring(server.url().indexOf(origin) + origin.length());
        EgressPolicy rules = named == McpServers.Named.BY_OPERATOR ? policy.allowing(url) : policy;
        McpEgress egress = new McpEgress(rules, server.headers());
        egress.check(url); // what it says later, the older transport does not hear
        return server.transport().equals("sse")
                ? HttpClientSseClientTransport.builder(origin)
                        .sseEndpoint(path)
                        .jsonMapper(mapper)
                        .connectTimeout(config.connect())
                        .httpRequestCustomizer(egress)
                        .build()
                : HttpClientStreamableHttpTransport.builder(origin)
                        .endpoint(path)
                        .jsonMapper(mapper)
                        .connectTimeout(config.connect())
                        .openConnectionOnStartup(false)
                        .httpRequestCustomizer(egress)
                        .build();
    }
}
