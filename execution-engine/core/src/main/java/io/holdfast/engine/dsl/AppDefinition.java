package io.holdfast.engine.dsl;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One app as its file defines it, healed and validated (dsl.md section 1).
 *
 * @param useIconAsAnswerIcon whether a chat shows the app's icon beside its answers
 * @param dslVersion the file's own version, {@code 0.1.0} when it names none
 * @param dependencies the plugins that the file asks for (dsl.md 1.7), informative
 */
public record AppDefinition(
        AppMode mode,
        String name,
        String description,
        AppIcon icon,
        boolean useIconAsAnswerIcon,
        String dslVersion,
        List<Map<String, @Nullable Object>> dependencies,
        AppBody body) {

    public AppDefinition {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * The graph and its variables.
     *
     * @throws IllegalStateException when the app is not a graph
     */
    public WorkflowDefinition workflow() {
        if (body instanceof WorkflowDefinition workflow) {
            return workflow;
        }
        throw new IllegalStateException("an app of mode " + mode.wireName() + " has no graph");
    }

    /**
     * The model configuration.
     *
     * @throws IllegalStateException when the app is a graph
     */
    public BasicAppDefinition basic() {
        if (body instanceof BasicAppDefinition basic) {
            return basic;
        }
        throw new IllegalStateException("an app of mode " + mode.wireName() + " is a graph");
    }
}
