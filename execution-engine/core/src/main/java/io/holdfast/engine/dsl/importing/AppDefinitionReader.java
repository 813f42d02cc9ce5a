package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppBody;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.AppIcon;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.BasicAppDefinition;
import io.holdfast.engine.dsl.EdgeDefinition;
import io.holdfast.engine.dsl.GraphDefinition;
import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.dsl.VariableDefinition;
import io.holdfast.engine.dsl.WorkflowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a definition from a healed file. */
public final class AppDefinitionReader {

    private AppDefinitionReader() {}

    /**
     * Reads what {@link ImportOutcome.Imported#tree()} holds.
     *
     * @throws ImportException when a node's default values do not fit their types, or the tree is
     *     none that was imported
     */
    public static AppDefinition read(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> app = Trees.map(tree, "app");
        AppMode mode =
                AppMode.of(Trees.text(app, "mode"))
                        .orElseThrow(() -> new ImportException("Invalid app mode"));
        String iconType = Trees.text(app, "icon_type");
        return new AppDefinition(
                mode,
                Trees.text(app, "name"),
                Trees.text(app, "description"),
                new AppIcon(
                        iconType.isEmpty() ? "emoji" : iconType,
                        Trees.textOrNull(app, "icon"),
                        Trees.textOrNull(app, "icon_background")),
                Boolean.TRUE.equals(app.get("use_icon_as_answer_icon")),
                Trees.text(tree, "version"),
                Trees.maps(Trees.freeze(tree), "dependencies"),
                body(tree, mode));
    }

    private static AppBody body(Map<String, @Nullable Object> tree, AppMode mode) {
        if (!mode.isGraph()) {
            return new BasicAppDefinition(Trees.freeze(Trees.map(tree, "model_config")));
        }
        Map<String, @Nullable Object> workflow = Trees.freeze(Trees.map(tree, "workflow"));
        return new WorkflowDefinition(
                graph(Trees.map(workflow, "graph")),
                Trees.map(workflow, "features"),
                variables(workflow, "environment_variables"),
                variables(workflow, "conversation_variables"));
    }

    private static GraphDefinition graph(Map<String, @Nullable Object> graph) {
        List<NodeDefinition> nodes = new ArrayList<>();
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            nodes.add(node(node));
        }
        List<EdgeDefinition> edges = new ArrayList<>();
        for (Map<String, @Nullable Object> edge : Trees.maps(graph, "edges")) {
            edges.add(
                    new EdgeDefinition(
                            Trees.text(edge, "source"),
                            Trees.text(edge, "sourceHandle"),
                            Trees.text(edge, "target")));
        }
        return new GraphDefinition(nodes, edges);
    }

    private static NodeDefinition node(Map<String, @Nullable Object> node) {
        Map<String, @Nullable Object> data = Trees.map(node, "data");
        String id = Trees.text(node, "id");
        String title = Trees.text(data, "title");
        String version = Trees.text(data, "version");
        try {
            return new NodeDefinition(
                    id,
                    Trees.text(data, "type"),
                    title,
                    version.isEmpty() ? "1" : version,
                    container(node, data),
                    data,
                    ErrorPolicyReader.read(data));
        } catch (ImportException e) {
            throw new ImportException("Node " + id + " '" + title + "': " + e.getMessage());
        }
    }

    private static @Nullable String container(
            Map<String, @Nullable Object> node, Map<String, @Nullable Object> data) {
        for (String key : List.of("iteration_id", "loop_id")) {
            String id = Trees.text(data, key);
            if (!id.isEmpty()) {
                return id;
            }
        }
        return Trees.textOrNull(node, "parentId");
    }

    private static List<VariableDefinition> variables(
            Map<String, @Nullable Object> workflow, String key) {
        List<VariableDefinition> variables = new ArrayList<>();
        for (Map<String, @Nullable Object> variable : Trees.maps(workflow, key)) {
            String name = Trees.text(variable, "name");
            String id = Trees.text(variable, "id");
            variables.add(
                    new VariableDefinition(
                            id.isEmpty() ? name : id,
                            name,
                            Trees.text(variable, "value_type"),
                            variable.get("value"),
                            Trees.text(variable, "description")));
        }
        return variables;
    }
}
