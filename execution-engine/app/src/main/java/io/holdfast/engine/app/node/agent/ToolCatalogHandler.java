package io.holdfast.engine.app.node.agent;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.agent.OfferedTool;
import io.holdfast.engine.agent.ToolCatalog;
import io.holdfast.engine.agent.ToolCatalogRequest;
import io.holdfast.engine.agent.ToolChoice;
import io.holdfast.engine.app.mcp.McpException;
import io.holdfast.engine.app.mcp.McpServers;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.app.tool.ToolDescription;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.Toolbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells an agent what its tools are for. */
@ApplicationScoped
class ToolCatalogHandler implements StepHandler<ToolCatalog, ToolCatalogRequest> {

    private final Toolbox toolbox;
    private final McpServers servers;

    ToolCatalogHandler(Toolbox toolbox, McpServers servers) {
        this.toolbox = toolbox;
        this.servers = servers;
    }

    @Override
    public Class<ToolCatalogRequest> requestType() {
        return ToolCatalogRequest.class;
    }

    @Override
    public ToolCatalog handle(StepCall<ToolCatalogRequest> call) throws InterruptedException {
        CatalogNames names = new CatalogNames();
        for (ToolChoice choice : call.request().choices()) {
            names.add(offered(choice));
        }
        for (McpServer server : call.request().servers()) {
            addTools(server, names);
        }
        return new ToolCatalog(names.tools());
    }

    private OfferedTool offered(ToolChoice choice) throws InterruptedException {
        Optional<ToolDescription> known = known(choice);
        return new OfferedTool(
                choice.tool(),
                choice.label().isEmpty()
                        ? known.map(ToolDescription::label).orElse(choice.tool())
                        : choice.label(),
                choice.description().or(() -> known.map(ToolDescription::description)).orElse(""),
                FreeParameters.of(
                        choice.parameters()
                                .or(() -> known.map(ToolDescription::parameters))
                                .orElse(Map.of()),
                        choice.fixed().keySet()),
                choice.providerType(),
                choice.provider(),
                choice.tool(),
                choice.fixed());
    }

    /** A tool that cannot be asked for itself is offered as the app describes it. */
    private Optional<ToolDescription> known(ToolChoice choice) throws InterruptedException {
        Optional<ToolProvider> provider = toolbox.find(choice.provider());
        try {
            return provider.isEmpty() ? Optional.empty() : provider.get().describe(choice.tool());
        } catch (ToolException e) {
            return Optional.empty();
        }
    }

    private void addTools(McpServer server, CatalogNames names) throws InterruptedException {
        try {
            for (ToolDescription tool : servers.tools(server, McpServers.Named.BY_APP)) {
                names.add(
                        new OfferedTool(
                                tool.name(),
                                tool.label(),
                                tool.description(),
                                FreeParameters.of(tool.parameters(), Set.of()),
                                "mcp",
                                server.name(),
                                tool.name(),
                                Map.of()));
            }
        } catch (McpException e) {
            throw new StepException(
                    "AgentInvocationError", "Failed to invoke agent: MCP server " + e.getMessage());
        }
    }
}
