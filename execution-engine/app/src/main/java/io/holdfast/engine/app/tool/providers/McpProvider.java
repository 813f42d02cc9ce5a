package io.holdfast.engine.app.tool.providers;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.agent.Observation;
import io.holdfast.engine.app.mcp.McpException;
import io.holdfast.engine.app.mcp.McpServers;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.node.tool.ToolReply;
import java.util.Optional;

/** A server of the Model Context Protocol in the place of a provider. */
final class McpProvider implements ToolProvider {

    private final String id;
    private final McpServer server;
    private final McpServers servers;

    McpProvider(String id, McpServer server, McpServers servers) {
        this.id = id;
        this.server = server;
        this.servers = servers;
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
            Observation said =
                    servers.use(server, McpServers.Named.BY_OPERATOR, usage.tool(), usage.given());
            if (!said.ok()) {
                throw new ToolException(said.text());
            }
            return ToolReply.of(said.text());
        } catch (McpException e) {
            throw new ToolException(String.valueOf(e.getMessage()));
        }
    }
}
