package io.holdfast.engine.dsl.healing;

import java.util.function.Consumer;

/** What an iteration does when its file does not say (dsl.md 1.9.4). */
final class IterationDefaults implements HealingStep {

    private static final long PARALLEL_ITEMS = 10;

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData(
                "iteration",
                data -> {
                    data.putIfAbsent("is_parallel", false);
                    data.putIfAbsent("parallel_nums", PARALLEL_ITEMS);
                    data.putIfAbsent("error_handle_mode", "terminated");
                    data.putIfAbsent("flatten_output", true);
                });
    }
}
