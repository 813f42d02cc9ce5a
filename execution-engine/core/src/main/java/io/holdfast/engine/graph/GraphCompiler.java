package io.holdfast.engine.graph;

import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeFactory;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a definition into a graph that can run (dsl.md 1.11). */
public final class GraphCompiler {

    private final Map<String, NodeFactory> factories;

    /**
     * @param factories by node type
     */
    public GraphCompiler(Map<String, NodeFactory> factories) {
        this.factories = Map.copyOf(factories);
    }

    /**
     * Compiles a graph.
     *
     * @throws GraphException when the graph has no root, an edge leads nowhere or a node's
     *     configuration cannot be used
     */
    public Graph compile(GraphDefinition definition) {
        return new Compilation(definition).run();
    }

    /** The state of one compilation. */
    private final class Compilation {
        private final GraphDefinition definition;
        private final List<String> faults = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<GraphEdge> edges = new ArrayList<>();
        private final List<List<Integer>> incoming = new ArrayList<>();
        private final List<List<Integer>> outgoing = new ArrayList<>();

        Compilation(GraphDefinition definition) {
            this.definition = definition;
        }

        Graph run() {
            numberNodes();
            definition.edges().forEach(this::addEdge);
            List<GraphNode> nodes = makeNodes();
            int root = findRoot(nodes);
            if (!faults.isEmpty()) {
                throw new GraphException(faults);
            }
            return new Graph(nodes, edges, root, numbers);
        }

        private void numberNodes() {
            for (NodeDefinition node : definition.nodes()) {
                if (numbers.putIfAbsent(node.id(), numbers.size()) != null) {
                    faults.add("Node id " + node.id() + " is used twice");
                }
                incoming.add(new ArrayList<>());
                outgoing.add(new ArrayList<>());
            }
        }

        private void addEdge(EdgeDefinition edge) {
            Integer source = numbers.get(edge.source());
            Integer target = numbers.get(edge.target());
            if (source == null || target == null) {
                String missing = source == null ? edge.source() : edge.target();
                faults.add("MISSING_NODE: edge refers to unknown node " + missing);
                return;
            }
            int number = edges.size();
            edges.add(new GraphEdge(number, source, edge.sourceHandle(), target));
            outgoing.get(source).add(number);
            incoming.get(target).add(number);
        }

        private List<GraphNode> makeNodes() {
            List<GraphNode> nodes = new ArrayList<>();
            for (NodeDefinition node : definition.nodes()) {
                int number = nodes.size();
                NodeFactory factory = factories.get(node.type());
                if (factory == null) {
                    faults.add("No class mapping found for node type: " + node.type());
                    continue;
                }
                addNode(nodes, node, number, factory);
            }
            return nodes;
        }

        private void addNode(
                List<GraphNode> nodes, NodeDefinition node, int number, NodeFactory factory) {
            try {
                NodeLogic logic = factory.create(node);
                nodes.add(
                        new GraphNode(
                                number,
                                node.id(),
                                node.type(),
                                node.title(),
                                kindOf(node, logic),
                                logic,
                                node.errorPolicy(),
                                incoming.get(number),
                                outgoing.get(number)));
            } catch (NodeDataException e) {
                faults.add("Node " + node.id() + " (" + node.title() + "): " + e.getMessage());
            }
        }

        private NodeKind kindOf(NodeDefinition node, NodeLogic logic) {
            boolean promoted =
                    logic.kind() == NodeKind.EXECUTABLE
                            && node.errorPolicy().strategy() == ErrorPolicy.Strategy.FAIL_BRANCH;
            return promoted ? NodeKind.BRANCH : logic.kind();
        }

        private int findRoot(List<GraphNode> nodes) {
            for (GraphNode node : nodes) {
                if (node.kind() == NodeKind.ROOT) {
                    return node.number();
                }
            }
            if (faults.isEmpty()) {
                faults.add("The graph has no start node");
            }
            return 0;
        }
    }
}
