package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shape of a graph: its roots, its node types and where its edges lead (dsl.md 1.11). */
final class GraphShape {

    static final String INVALID = "Graph validation failed: ";

    private static final String TRIGGER = "trigger-";
    private static final Set<String> CONTAINER_STARTS = Set.of("iteration-start", "loop-start");

    private GraphShape() {}

    /** The graph block. */
    static Map<String, @Nullable Object> require(Map<String, @Nullable Object> workflow) {
        if (!(workflow.get("graph") instanceof Map<?, ?> graph) || graph.isEmpty()) {
            throw new ImportException("Missing graph data in workflow");
        }
        for (String list : List.of("nodes", "edges")) {
            Object value = graph.get(list);
            if (value != null && !(value instanceof List<?>)) {
                throw new ImportException(list + " in graph must be of list type");
            }
        }
        return Trees.map(workflow, "graph");
    }

    static void checkRoots(Map<String, @Nullable Object> graph) {
        Set<String> types = new HashSet<>();
        Trees.maps(graph, "nodes")
                .forEach((Map<String, @Nullable Object> node) -> types.add(type(node)));
        if (types.contains("start") && types.stream().anyMatch(t -> t.startsWith(TRIGGER))) {
            throw new ImportException(
                    "Start node and trigger nodes cannot coexist in the same workflow");
        }
    }

    /** Refuses types that no executor is there for, naming each node. */
    static void checkTypes(Map<String, @Nullable Object> graph, Set<String> supported) {
        List<String> unsupported = new ArrayList<>();
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            String type = type(node);
            if (!supported.contains(type) && !CONTAINER_STARTS.contains(type)) {
                unsupported.add(
                        type
                                + " (node "
                                + node.get("id")
                                + " '"
                                + Trees.text(Trees.map(node, "data"), "title")
                                + "')");
            }
        }
        if (!unsupported.isEmpty()) {
            throw new ImportException(
                    "Node types that are not supported yet: " + String.join(", ", unsupported));
        }
    }

    /** Refuses edges that lead nowhere, ids that are used twice and graphs without a start. */
    static void check(GraphDefinition graph) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean root = false;
        for (NodeDefinition node : graph.nodes()) {
            if (!ids.add(node.id())) {
                faults.add("DUPLICATE_NODE: node id " + node.id() + " is used twice");
            }
            root |= isRoot(node.type()) && node.containerId() == null;
        }
        for (EdgeDefinition edge : graph.edges()) {
            missing(edge.source(), ids, edge, faults);
            missing(edge.target(), ids, edge, faults);
        }
        if (!root) {
            faults.add("INVALID_ROOT: the graph has no start node");
        }
        if (!faults.isEmpty()) {
            throw new ImportException(INVALID + String.join("; ", faults));
        }
    }

    private static boolean isRoot(String type) {
        return type.equals("start") || type.startsWith(TRIGGER);
    }

    private static void missing(
            String end, Set<String> ids, EdgeDefinition edge, List<String> faults) {
        if (!ids.contains(end)) {
            faults.add(
                    "MISSING_NODE: the edge from "
                            + edge.source()
                            + " to "
                            + edge.target()
                            + " names the unknown node "
                            + end);
        }
    }

    private static String type(Map<String, @Nullable Object> node) {
        return Trees.text(Trees.map(node, "data"), "type");
    }
}
