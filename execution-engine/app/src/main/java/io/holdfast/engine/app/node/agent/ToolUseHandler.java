package io.holdfast.engine.app.node.agent;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.agent.Observation;
import io.holdfast.engine.agent.ToolUse;
import io.holdfast.engine.app.mcp.McpException;
import io.holdfast.engine.app.mcp.McpServers;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.app.tool.ToolException;
import io.holdfast.engine.app.tool.ToolProvider;
import io.holdfast.engine.app.tool.ToolUsage;
import io.holdfast.engine.app.tool.Toolbox;
import io.holdfast.engine.app.tool.UnknownToolException;
import io.holdfast.engine.node.tool.ToolReply;
import io.holdfast.engine.value.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Uses tools for agents; what goes wrong, the agent is told. */
@ApplicationScoped
class ToolUseHandler implements StepHandler<Observation, ToolUse> {

    private final Toolbox toolbox;
    private final McpServers servers;

    ToolUseHandler(Toolbox toolbox, McpServers servers) {
        this.toolbox = toolbox;
        this.servers = servers;
    }

    @Override
    public Class<ToolUse> requestType() {
        return ToolUse.class;
    }

    @Override
    public Observation handle(StepCall<ToolUse> call) throws InterruptedException {
        ToolUse use = call.request();
        Optional<McpServer> server =
                use.providerType().equals("mcp")
                        ? use.servers().stream()
                                .filter(known -> known.name().equals(use.provider()))
                                .findFirst()
                        : Optional.empty();
        return server.isPresent() ? ask(server.get(), use) : use(call);
    }

    private Observation ask(McpServer server, ToolUse use) throws InterruptedException {
        try {
            return servers.use(server, McpServers.Named.BY_APP, use.tool(), use.arguments());
        } catch (McpException e) {
            return Observation.failed("tool invoke error: " + e.getMessage());
        }
    }

    private Observation use(StepCall<ToolUse> call) throws InterruptedException {
        ToolUse use = call.request();
        Optional<ToolProvider> provider = toolbox.find(use.provider());
        if (provider.isEmpty()) {
            return unavailable(use);
        }
        try {
            return Observation.of(
                    said(
                            provider.get()
                                    .use(
                                            new ToolUsage(
                                                    use.tool(),
                                                    use.arguments(),
                                                    call.run(),
                                                    call.callId()))));
        } catch (UnknownToolException _) {
            return unavailable(use);
        } catch (ToolException e) {
            return Observation.failed("tool invoke error: " + e.getMessage());
        }
    }

    private static Observation unavailable(ToolUse use) {
        return Observation.failed(
                "The tool " + use.provider() + "/" + use.tool() + " is not available here.");
    }

    private static String said(ToolReply reply) {
        return reply.text().isEmpty() && !reply.json().isEmpty()
                ? JsonText.compact(reply.json())
                : reply.text();
    }
}
