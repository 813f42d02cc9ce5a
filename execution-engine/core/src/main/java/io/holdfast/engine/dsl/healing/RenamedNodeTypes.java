package io.holdfast.engine.dsl.healing;

import java.util.List;
import java.util.function.Consumer;

/** {@code variable-assigner} once was the name of the aggregator (dsl.md 1.9.9). */
final class RenamedNodeTypes implements HealingStep {

    private static final List<String> WRITER_KEYS =
            List.of("items", "assigned_variable_selector", "write_mode");

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData(
                "variable-assigner",
                data -> {
                    boolean writes = WRITER_KEYS.stream().anyMatch(data::containsKey);
                    data.put("type", writes ? "assigner" : "variable-aggregator");
                });
    }
}
