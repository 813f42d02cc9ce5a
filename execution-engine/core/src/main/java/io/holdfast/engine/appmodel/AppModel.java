package io.holdfast.engine.appmodel;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.WorkflowDefinition;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.llm.ModelChoice;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model of an app: a basic app's own, of a chatflow that of its first {@code llm} node. Dify
 * takes the tenant's default model, which is not known here.
 */
public final class AppModel {

    private AppModel() {}

    /** Empty when the app has none. */
    public static Optional<ModelChoice> of(AppDefinition app) {
        return switch (app.body()) {
            case BasicAppDefinition basic -> read(basic.modelConfig().get("model"));
            case WorkflowDefinition workflow ->
                    workflow.graph().nodes().stream()
                            .filter(node -> node.type().equals("llm"))
                            .map(NodeDefinition::data)
                            .flatMap(data -> read(data.get("model")).stream())
                            .findFirst();
        };
    }

    /** Reads a model's configuration; empty when it names none. */
    public static Optional<ModelChoice> read(@Nullable Object model) {
        Map<String, @Nullable Object> data = Trees.map(model);
        if (Trees.text(data, "name").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ModelChoice.parse(NodeData.of(data)));
        } catch (NodeDataException e) {
            return Optional.empty();
        }
    }
}
