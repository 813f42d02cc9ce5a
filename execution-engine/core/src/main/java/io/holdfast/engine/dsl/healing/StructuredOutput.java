package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.function.Consumer;

/** The switch for structured output has two names; either switches it on (dsl.md 1.9.10). */
final class StructuredOutput implements HealingStep {

    private static final String NAME = "structured_output_enabled";
    private static final String ALIAS = "structured_output_switch_on";

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData(
                "llm",
                data -> {
                    boolean on = Trees.isTruthy(data.get(NAME)) || Trees.isTruthy(data.get(ALIAS));
                    data.put(NAME, on);
                });
    }
}
