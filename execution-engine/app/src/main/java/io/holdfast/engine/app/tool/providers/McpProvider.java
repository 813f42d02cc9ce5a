package io.holdfast.engine.app.tool.providers;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.app.file.ToolFiles;
import io.holdfast.engine.app.mcp.McpException;
import io.holdfast.engine.app.mcp.McpReply;
import io.holdfast.engine.app.mcp.McpServers;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.node.tool.ToolReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server of the Model Context Protocol in the place of a provider. */
final class McpProvider implements ToolProvider {

    private final String id;
    private final McpServer server;
    private final McpServers servers;
    private final ToolFiles files;

    McpProvider(String id, McpServer server, McpServers servers, ToolFiles files) {
        this.id = id;
        this.server = server;
        this.servers = servers;
        this.files = files;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<ToolDescription> describe(String tool) throws InterruptedException {
        try {
            return servers.tools(server, McpServers.Named.BY_OPERATOR).stream()
                    .filter(known -> known.name().equals(tool))
                    .findFirst();
        } catch (McpException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ToolReply use(ToolUsage usage) throws InterruptedException {
        try {
            McpReply reply =
                    servers.use(server, McpServers.Named.BY_OPERATOR, usage.tool(), usage.given());
            if (!reply.said().ok()) {
                throw new ToolException(reply.said().text());
            }
            List<Map<String, @Nullable Object>> made = new ArrayList<>();
            for (McpReply.Blob file : reply.files()) {
                made.add(files.keep(usage.run(), file.content(), file.mimeType(), file.name()));
            }
            return new ToolReply(reply.said().text(), List.of(), Map.of(), made);
        } catch (McpException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }
}
