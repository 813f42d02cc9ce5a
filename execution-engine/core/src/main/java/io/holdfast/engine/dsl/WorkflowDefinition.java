package io.holdfast.engine.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a workflow or chatflow (dsl.md 1.2).
 *
 * @param features as the file has them, legacy image upload brought into the new form
 * @param environmentVariables in file order
 * @param conversationVariables in file order, empty for workflows
 */
public record WorkflowDefinition(
        GraphDefinition graph,
        Map<String, @Nullable Object> features,
        List<VariableDefinition> environmentVariables,
        List<VariableDefinition> conversationVariables)
        implements AppBody {

    public WorkflowDefinition {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        environmentVariables = List.copyOf(environmentVariables);
        conversationVariables = List.copyOf(conversationVariables);
    }
}
