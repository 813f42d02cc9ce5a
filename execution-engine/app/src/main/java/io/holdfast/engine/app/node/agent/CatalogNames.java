package io.holdfast.engine.app.node.agent;

import io.holdfast.engine.agent.OfferedTool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each tool of a catalog a name that models take and that no other has. */
final class CatalogNames {

    private static final int LONGEST = 60;

    private final List<OfferedTool> tools = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    void add(OfferedTool tool) {
        String plain = tool.name().replaceAll("[^a-zA-Z0-9_-]", "_");
        String base = plain.substring(0, Math.min(LONGEST, plain.length()));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        tools.add(
                new OfferedTool(
                        name,
                        tool.label(),
                        tool.description(),
                        tool.parameters(),
                        tool.providerType(),
                        tool.provider(),
                        tool.tool(),
                        tool.fixed()));
    }

    List<OfferedTool> tools() {
        return tools;
    }
}
