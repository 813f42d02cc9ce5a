package io.holdfast.engine.agent;

import io.holdfast.engine.node.StepRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Uses a tool for an agent. Whatever becomes of it, the agent is told and goes on.
 *
 * @param servers those that the agent has; a tool of type {@code mcp} names one as its provider
 */
public record ToolUse(
        String providerType,
        String provider,
        String tool,
        Map<String, @Nullable Object> arguments,
        List<McpServer> servers)
        implements StepRequest<Observation> {

    public ToolUse {
        servers = List.copyOf(servers);
    }
}
