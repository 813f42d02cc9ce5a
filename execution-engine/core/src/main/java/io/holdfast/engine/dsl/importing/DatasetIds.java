package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of knowledge bases. Exports of other workspaces hold them encrypted with a key that only that
 * workspace has: such ids are taken out and told (dsl.md 1.10).
 */
final class DatasetIds {

    private static final int SHOWN = 12;
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private DatasetIds() {}

    static void ofNodes(Map<String, @Nullable Object> graph, List<String> warnings) {
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            Map<String, @Nullable Object> data = Trees.map(node, "data");
            if (data.get("dataset_ids") instanceof List<?> ids) {
                String name = "Node '" + Trees.text(data, "title") + "' (" + node.get("id") + ")";
                List<@Nullable Object> kept = new ArrayList<>();
                ids.forEach(id -> keep(id, kept, name, warnings));
                data.put("dataset_ids", kept);
            }
        }
    }

    static void ofConfig(Map<String, @Nullable Object> config, List<String> warnings) {
        Map<String, @Nullable Object> datasets =
                Trees.map(Trees.map(config, "dataset_configs"), "datasets");
        List<@Nullable Object> kept = new ArrayList<>();
        for (Map<String, @Nullable Object> entry : Trees.maps(datasets, "datasets")) {
            Object id = Trees.map(entry, "dataset").get("id");
            if (keep(id, new ArrayList<>(), "The app", warnings)) {
                kept.add(entry);
            }
        }
        if (datasets.get("datasets") != null) {
            datasets.put("datasets", kept);
        }
    }

    private static boolean keep(
            @Nullable Object id, List<@Nullable Object> kept, String owner, List<String> warnings) {
        if (id instanceof String text && UUID.matcher(text).matches()) {
            kept.add(id);
            return true;
        }
        String shown = String.valueOf(id);
        warnings.add(
                owner
                        + " uses a knowledge base whose id is not readable here ("
                        + shown.substring(0, Math.min(SHOWN, shown.length()))
                        + "): left out. Name one of this installation.");
        return false;
    }
}
