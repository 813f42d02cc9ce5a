package io.holdfast.engine.dsl.healing;

import java.util.function.Consumer;

/** An edge without a handle leaves the success port; one without ends is none (1.4, 1.9.3). */
final class EdgeDefaults implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.edges()
                .removeIf(edge -> {
                    boolean whole =
                            edge.get("source") instanceof String
                                    && edge.get("target") instanceof String;
                    if (!whole) {
                        warnings.accept("An edge whose source or target is no text is left out.");
                    }
                    return !whole;
                });
        graph.edges()
                .forEach(edge -> {
                    if (!(edge.get("sourceHandle") instanceof String handle) || handle.isEmpty()) {
                        edge.put("sourceHandle", "source");
                    }
                });
    }
}
