package io.holdfast.engine.graph;

import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes and edges by number. Immutable, so runs of the same version share it.
 *
 * @param nodes in the order of the file; a node's number is its place here
 * @param edges in the order of the file; an edge's number is its place here
 * @param containers the graphs inside of containers, by the container's id
 */
public record Graph(
        List<GraphNode> nodes,
        List<GraphEdge> edges,
        int root,
        Map<String, Integer> numbers,
        Map<String, Graph> containers) {

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        numbers = Map.copyOf(numbers);
        containers = Map.copyOf(containers);
    }

    public GraphNode node(int number) {
        return nodes.get(number);
    }

    public GraphEdge edge(int number) {
        return edges.get(number);
    }

    public GraphNode rootNode() {
        return nodes.get(root);
    }

    /**
     * The same graph, begun at another of its roots.
     *
     * @throws IllegalArgumentException when there is no such node
     */
    public Graph rootedAt(String nodeId) {
        return new Graph(nodes, edges, require(nodeId).number(), numbers, containers);
    }

    /** The node of an id, if the graph has it. */
    public Optional<GraphNode> find(String nodeId) {
        return Optional.ofNullable(numbers.get(nodeId)).map(nodes::get);
    }

    /**
     * The node of an id that the graph is known to have.
     *
     * @throws IllegalArgumentException when it has not
     */
    public GraphNode require(String nodeId) {
        return find(nodeId)
                .orElseThrow(() -> new IllegalArgumentException("no such node: " + nodeId));
    }

    /**
     * The graph inside of a container.
     *
     * @throws IllegalArgumentException when the node is none
     */
    public Graph inside(String containerId) {
        Graph inside = containers.get(containerId);
        if (inside == null) {
            throw new IllegalArgumentException("no container: " + containerId);
        }
        return inside;
    }

    /** The logic of a node. */
    public NodeLogic logic(int number) {
        return nodes.get(number).logic();
    }

    /** Whether the node's kind is the given one. */
    public boolean is(int number, NodeKind kind) {
        return nodes.get(number).kind() == kind;
    }
}
