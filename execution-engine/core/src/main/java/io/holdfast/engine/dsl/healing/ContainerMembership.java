package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A child of an iteration or loop knows it by the canvas and by its data (dsl.md 1.3). */
final class ContainerMembership implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        Map<String, String> containers = new HashMap<>();
        for (Map<String, @Nullable Object> node : graph.nodes()) {
            String type = GraphTree.type(node);
            if (type.equals("iteration") || type.equals("loop")) {
                containers.put(GraphTree.id(node), type);
            }
        }
        graph.nodes().forEach((Map<String, @Nullable Object> node) -> join(node, containers));
    }

    private static void join(Map<String, @Nullable Object> node, Map<String, String> containers) {
        Map<String, @Nullable Object> data = GraphTree.data(node);
        String container = Trees.text(node, "parentId");
        if (!containers.containsKey(container)) {
            container = Trees.text(data, "iteration_id");
        }
        if (!containers.containsKey(container)) {
            container = Trees.text(data, "loop_id");
        }
        String type = containers.get(container);
        if (type == null || container.equals(GraphTree.id(node))) {
            return;
        }
        node.put("parentId", container);
        boolean iteration = type.equals("iteration");
        data.put(iteration ? "isInIteration" : "isInLoop", true);
        data.put(iteration ? "iteration_id" : "loop_id", container);
    }
}
