package io.holdfast.engine.app.tool.providers;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.app.file.ToolFiles;
import io.holdfast.engine.app.mcp.McpServers;
import io.holdfast.engine.app.tool.ToolConfig;
import io.holdfast.engine.app.tool.ToolHttp;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolSource;
import io.holdfast.engine.app.tool.openapi.ApiAuthorization;
import io.holdfast.engine.app.tool.openapi.ApiProvider;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The providers of {@code tools.yaml}: web APIs and servers of the Model Context Protocol. */
@ApplicationScoped
class NamedProviders implements ToolSource {

    private final ToolConfig config;
    private final ToolHttp http;
    private final McpServers servers;
    private final ToolFiles files;

    NamedProviders(ToolConfig config, ToolHttp http, McpServers servers, ToolFiles files) {
        this.config = config;
        this.http = http;
        this.servers = servers;
        this.files = files;
    }

    @Override
    public List<ToolProvider> providers() {
        List<ToolProvider> providers = new ArrayList<>();
        ProvidersFile.find(config, System::getenv)
                .ifPresent(file -> {
                    for (NodeData entry : file.providers()) {
                        providers.add(provider(entry, file));
                    }
                });
        return providers;
    }

    private ToolProvider provider(NodeData entry, ProvidersFile file) {
        String id = entry.text("id").orElse("");
        try {
            if (id.isEmpty()) {
                throw new NodeDataException("each provider needs an id");
            }
            if (entry.has("openapi")) {
                return api(id, entry.child("openapi"), file);
            }
            if (entry.has("mcp")) {
                return new McpProvider(id, server(id, entry.child("mcp")), servers, files);
            }
            throw new NodeDataException("it must be one of: openapi, mcp");
        } catch (NodeDataException | IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    config.providersFile() + ": provider " + id + ": " + e.getMessage(), e);
        }
    }

    private ToolProvider api(String id, NodeData api, ProvidersFile file) throws IOException {
        String document = Files.readString(file.folder().resolve(api.requireText("file")));
        return ApiProvider.of(
                id,
                document,
                api.text("server").orElse(null),
                ApiAuthorization.parse(api.child("auth")),
                http,
                files);
    }

    private static McpServer server(String id, NodeData server) {
        Map<String, String> headers = new LinkedHashMap<>();
        server.child("headers")
                .fields()
                .forEach((name, value) -> headers.put(name, String.valueOf(value)));
        String url = server.requireText("url");
        return new McpServer(
                id,
                server.text("transport").orElse(url.endsWith("/sse") ? "sse" : "streamable_http"),
                url,
                headers);
    }
}
