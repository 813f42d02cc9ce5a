package io.holdfast.engine.graph;

import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import java.util.List;

/**
 * A node in its place.
 *
 * @param kind of its logic, except that a node with a fail branch is a branch (dsl.md 1.11)
 * @param incoming numbers of the edges that lead here
 * @param outgoing numbers of the edges that leave here
 */
public record GraphNode(
        int number,
        String id,
        String type,
        String title,
        NodeKind kind,
        NodeLogic logic,
        ErrorPolicy errorPolicy,
        List<Integer> incoming,
        List<Integer> outgoing) {

    public GraphNode {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }
}
