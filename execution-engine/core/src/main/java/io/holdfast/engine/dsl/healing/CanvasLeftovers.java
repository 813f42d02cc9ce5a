package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drops sticky notes and whatever else is no node (dsl.md 1.3, 1.11). */
final class CanvasLeftovers implements HealingStep {

    private static final String NOTE = "custom-note";

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        Set<String> notes = new HashSet<>();
        graph.nodes()
                .removeIf((Map<String, @Nullable Object> node) ->
                        isNote(node, notes) || isNoNode(node, warnings));
        graph.edges()
                .removeIf((Map<String, @Nullable Object> edge) ->
                        notes.contains(Trees.text(edge, "source"))
                                || notes.contains(Trees.text(edge, "target")));
        graph.nodes()
                .forEach(
                        (Map<String, @Nullable Object> node) -> node.put("id", GraphTree.id(node)));
    }

    private static boolean isNote(Map<String, @Nullable Object> node, Set<String> notes) {
        if (!NOTE.equals(node.get("type"))) {
            return false;
        }
        notes.add(GraphTree.id(node));
        return true;
    }

    private static boolean isNoNode(Map<String, @Nullable Object> node, Consumer<String> warnings) {
        if (GraphTree.id(node).isEmpty() || GraphTree.type(node).isEmpty()) {
            warnings.accept("Node " + GraphTree.name(node) + " has no id or no type: left out.");
            return true;
        }
        return false;
    }
}
