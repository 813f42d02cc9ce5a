package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A container begins at a start node of its own; old files point at any child (1.9.1). */
final class ContainerStarts implements HealingStep {

    private static final String START = "start_node_id";

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        for (String kind : List.of("iteration", "loop")) {
            graph.ofType(kind)
                    .forEach((Map<String, @Nullable Object> container) ->
                            heal(graph, container, kind));
        }
    }

    private static void heal(
            GraphTree graph, Map<String, @Nullable Object> container, String kind) {
        Map<String, @Nullable Object> data = GraphTree.data(container);
        String named = Trees.text(data, START);
        String startType = kind + "-start";
        if (graph.node(named)
                .filter((Map<String, @Nullable Object> node) -> isStart(node, startType))
                .isPresent()) {
            return;
        }
        String id = GraphTree.id(container);
        for (Map<String, @Nullable Object> candidate : graph.ofType(startType)) {
            if (Trees.text(candidate, "parentId").equals(id)) {
                data.put(START, GraphTree.id(candidate));
                return;
            }
        }
        String start = freeId(graph, id + "start");
        graph.nodes().add(startNode(start, id, kind));
        if (graph.node(named).isPresent()) {
            graph.edges().add(edge(start, named));
        }
        data.put(START, start);
    }

    private static boolean isStart(Map<String, @Nullable Object> node, String startType) {
        return GraphTree.type(node).equals(startType)
                || ("custom-" + startType).equals(node.get("type"));
    }

    private static String freeId(GraphTree graph, String wanted) {
        String id = wanted;
        for (int i = 2; graph.node(id).isPresent(); i++) {
            id = wanted + i;
        }
        return id;
    }

    private static Map<String, @Nullable Object> startNode(
            String id, String container, String kind) {
        boolean iteration = kind.equals("iteration");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("type", kind + "-start");
        data.put("title", "");
        data.put("desc", "");
        data.put(iteration ? "isInIteration" : "isInLoop", true);
        data.put(iteration ? "iteration_id" : "loop_id", container);
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        node.put("id", id);
        node.put("type", "custom-" + kind + "-start");
        node.put("parentId", container);
        node.put("data", data);
        return node;
    }

    private static Map<String, @Nullable Object> edge(String source, String target) {
        Map<String, @Nullable Object> edge = new LinkedHashMap<>();
        edge.put("id", source + "-source-" + target + "-target");
        edge.put("source", source);
        edge.put("sourceHandle", "source");
        edge.put("target", target);
        edge.put("targetHandle", "target");
        return edge;
    }
}
