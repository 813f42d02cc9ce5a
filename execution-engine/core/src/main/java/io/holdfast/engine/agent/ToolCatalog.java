package io.holdfast.engine.agent;

import java.util.List;

/** All that an agent may use. */
public record ToolCatalog(List<OfferedTool> tools) {

    public ToolCatalog {
        tools = List.copyOf(tools);
    }
}
