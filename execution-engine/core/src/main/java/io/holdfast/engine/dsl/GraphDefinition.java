package io.holdfast.engine.dsl;

import java.util.List;

/** Nodes and edges as the file has them, healed (dsl.md 1.3, 1.4, 1.9). */
public record GraphDefinition(List<NodeDefinition> nodes, List<EdgeDefinition> edges) {

    public GraphDefinition {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
