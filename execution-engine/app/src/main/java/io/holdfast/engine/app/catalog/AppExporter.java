package io.holdfast.engine.app.catalog;

import io.holdfast.engine.app.yaml.DslYaml;
import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an app's file again, without what belongs to this installation (dsl.md 1.10). */
final class AppExporter {

    private static final List<String> BLANKED =
            List.of("webhook_url", "webhook_debug_url", "subscription_id");

    private AppExporter() {}

    /**
     * Writes the file.
     *
     * @param tree a healed file that may be changed
     */
    static String write(AppEntity app, Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> section = Trees.map(tree, "app");
        section.put("name", app.name);
        section.put("description", app.description);
        section.put("icon_type", app.iconType);
        section.put("icon", app.icon);
        section.put("icon_background", app.iconBackground);
        Map<String, @Nullable Object> graph = Trees.map(Trees.map(tree, "workflow"), "graph");
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            strip(Trees.map(node, "data"));
        }
        Map<String, @Nullable Object> agent =
                Trees.map(Trees.map(tree, "model_config"), "agent_mode");
        for (Map<String, @Nullable Object> tool : Trees.maps(agent, "tools")) {
            tool.remove("credential_id");
        }
        return DslYaml.write(tree);
    }

    private static void strip(Map<String, @Nullable Object> data) {
        data.remove("credential_id");
        for (String key : BLANKED) {
            data.computeIfPresent(key, (_, _) -> "");
        }
        if ("start".equals(data.get("type"))) {
            Trees.maps(data, "variables").forEach(AppExporter::stripUpload);
        }
    }

    /** An uploaded file is a default only where it was uploaded. */
    private static void stripUpload(Map<String, @Nullable Object> variable) {
        if (isUpload(variable.get("default"))
                || Trees.list(variable.get("default")).stream().anyMatch(AppExporter::isUpload)) {
            variable.remove("default");
        }
    }

    private static boolean isUpload(@Nullable Object value) {
        return "local_file".equals(Trees.map(value).get("transfer_method"));
    }
}
