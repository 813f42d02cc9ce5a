package io.holdfast.engine.app.node.agent;

import io.holdfast.engine.agent.McpServer;
import io.holdfast.engine.agent.Observation;
import io.holdfast.engine.agent.ToolUse;
import io.holdfast.engine.app.file.ToolFiles;
import io.holdfast.engine.app.mcp.McpException;
import io.holdfast.engine.app.mcp.McpReply;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uses tools for agents; what goes wrong, the agent is told. */
@ApplicationScoped
class ToolUseHandler implements StepHandler<Observation, ToolUse> {

    private final Toolbox toolbox;
    private final McpServers servers;
    private final ToolFiles files;

    ToolUseHandler(Toolbox toolbox, McpServers servers, ToolFiles files) {
        this.toolbox = toolbox;
        this.servers = servers;
        this.files = files;
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
        return server.isPresent() ? ask(server.get(), call) : use(call);
    }

    private Observation ask(McpServer server, StepCall<ToolUse> call) throws InterruptedException {
        ToolUse use = call.request();
        try {
            McpReply reply =
                    servers.use(server, McpServers.Named.BY_APP, use.tool(), use.arguments());
            List<Map<String, @Nullable Object>> made = new ArrayList<>();
            for (McpReply.Blob file : reply.files()) {
                made.add(files.keep(call.run(), file.content(), file.mimeType(), file.name()));
            }
            return reply.said().withFiles(made);
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
            ToolUsage usage = new ToolUsage(use.tool(), use.arguments(), call.run(), call.callId());
            ToolReply reply = provider.get().use(usage);
            return Observation.of(said(reply)).withFiles(reply.files());
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
        if (reply.text().isEmpty() && !reply.files().isEmpty()) {
            return "A file was made and shown to the user.";
        }
        return reply.text().isEmpty() && !reply.json().isEmpty()
                ? JsonText.compact(reply.json())
                : reply.text();
    }
}
