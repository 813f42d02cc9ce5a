package io.holdfast.engine.graph;

import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeFactory;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        List<String> faults = new ArrayList<>();
        Graph graph = new Compilation(definition, null, faults).run();
        if (!faults.isEmpty()) {
            throw new GraphException(faults);
        }
        return graph;
    }

    /** The state of the compilation of one graph: the outermost, or that inside of a container. */
    private final class Compilation {
        private final GraphDefinition definition;
        private final @Nullable String container;
        private final List<String> faults;
        private final List<NodeDefinition> members;
        private final Map<String, Graph> containers = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<GraphEdge> edges = new ArrayList<>();
        private final List<List<Integer>> incoming = new ArrayList<>();
        private final List<List<Integer>> outgoing = new ArrayList<>();

        Compilation(GraphDefinition definition, @Nullable String container, List<String> faults) {
            this.definition = definition;
            this.container = container;
            this.faults = faults;
            Set<String> ids =
                    definition.nodes().stream().map(NodeDefinition::id).collect(Collectors.toSet());
            this.members =
                    definition.nodes().stream()
                            .filter(node -> Objects.equals(containerOf(node, ids), container))
                            .toList();
        }

        /** A node that names a container which is not there stands outside. */
        private static @Nullable String containerOf(NodeDefinition node, Set<String> ids) {
            String id = node.containerId();
            return id == null || id.equals(node.id()) || !ids.contains(id) ? null : id;
        }

        Graph run() {
            numberNodes();
            definition.edges().forEach(this::addEdge);
            List<GraphNode> nodes = makeNodes();
            int root = container == null ? findRoot(nodes) : 0;
            return new Graph(nodes, edges, root, numbers, containers);
        }

        /** The graph of a container, which begins where the container says. */
        Graph runFrom(String startId) {
            Graph graph = run();
            Integer start = graph.numbers().get(startId);
            if (start == null) {
                faults.add("Node " + container + ": field start_node_id is required");
                return graph;
            }
            return new Graph(
                    graph.nodes(), graph.edges(), start, graph.numbers(), graph.containers());
        }

        private void numberNodes() {
            for (NodeDefinition node : members) {
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
                refuseUnknown(edge.source());
                refuseUnknown(edge.target());
                return; // of another graph, or a leftover that crosses a container's border
            }
            int number = edges.size();
            edges.add(new GraphEdge(number, source, edge.sourceHandle(), target));
            outgoing.get(source).add(number);
            incoming.get(target).add(number);
        }

        private void refuseUnknown(String id) {
            if (container == null
                    && definition.nodes().stream().noneMatch(node -> node.id().equals(id))) {
                faults.add("MISSING_NODE: edge refers to unknown node " + id);
            }
        }

        private List<GraphNode> makeNodes() {
            List<GraphNode> nodes = new ArrayList<>();
            for (NodeDefinition node : members) {
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
                if (logic instanceof ContainerLogic inside) {
                    containers.put(
                            node.id(),
                            new Compilation(definition, node.id(), faults)
                                    .runFrom(inside.startNodeId()));
                }
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
                    (logic.kind() == NodeKind.EXECUTABLE || logic.kind() == NodeKind.CONTAINER)
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
