package io.holdfast.engine.dsl.healing;

import java.util.function.Consumer;

/** One rule of dsl.md 1.9; it changes the graph in place and may do so again without effect. */
@FunctionalInterface
interface HealingStep {

    /**
     * Applies the rule.
     *
     * @param warnings takes one sentence for each change that the author should know of
     */
    void heal(GraphTree graph, Consumer<String> warnings);
}
