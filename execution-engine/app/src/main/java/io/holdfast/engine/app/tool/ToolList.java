package io.holdfast.engine.app.tool;

import java.util.List;
import java.util.Optional;

/** Tools that are known beforehand. */
public record ToolList(List<ToolDescription> tools) {

    public ToolList {
        tools = List.copyOf(tools);
    }

    public static ToolList of(ToolDescription... tools) {
        return new ToolList(List.of(tools));
    }

    public Optional<ToolDescription> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
