package io.holdfast.engine.agent;

import io.holdfast.engine.node.StepRequest;
import java.util.List;

/** Asks what the tools of an agent are for, and which ones servers have. */
public record ToolCatalogRequest(List<ToolChoice> choices, List<McpServer> servers)
        implements StepRequest<ToolCatalog> {

    public ToolCatalogRequest {
        choices = List.copyOf(choices);
        servers = List.copyOf(servers);
    }
}
