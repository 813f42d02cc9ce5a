package io.holdfast.engine.node.ifelse;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.Variables;
import java.util.List;

/**
 * Conditions that hold together or one instead of the other (dsl.md 3.6).
 *
 * @param all whether every one must hold; else any
 */
public record Conditions(boolean all, List<Condition> list) {

    /** Reads {@code logical_operator} and {@code conditions}. */
    public static Conditions parse(NodeData data) {
        return parse(data, "conditions");
    }

    /** Reads {@code logical_operator} and the list of a given name. */
    public static Conditions parse(NodeData data, String name) {
        return new Conditions(
                data.text("logical_operator").orElse("and").equals("and"),
                data.children(name).stream().map(Condition::parse).toList());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /**
     * Whether they hold. Stops at the first condition that decides; later ones are not looked at.
     *
     * @param shown takes what was compared, for display
     * @throws ComparisonException when a variable is missing or cannot be compared
     */
    public boolean hold(Variables variables, List<Object> shown) throws ComparisonException {
        for (Condition condition : list) {
            boolean holds = condition.holds(variables, shown);
            if (holds != all) {
                return holds;
            }
        }
        return all;
    }
}
