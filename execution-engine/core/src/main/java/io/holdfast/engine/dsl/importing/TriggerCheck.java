package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of triggers that do not do here what their author may think (dsl.md 3.20). */
final class TriggerCheck {

    private TriggerCheck() {}

    static void graph(Map<String, @Nullable Object> graph, List<String> warnings) {
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            Map<String, @Nullable Object> data = Trees.map(node, "data");
            String where =
                    "node " + Trees.text(node, "id") + " '" + Trees.text(data, "title") + "'";
            switch (Trees.text(data, "type")) {
                case "trigger-plugin" ->
                        warnings.add(
                                "The trigger of "
                                        + where
                                        + " never fires here: there are no plugins.");
                case "trigger-schedule" ->
                        warnings.add(
                                "The schedule of "
                                        + where
                                        + " is taken as it is in the file; Dify resets schedules"
                                        + " when it exports them, so look it over.");
                case "trigger-webhook" -> files(data, where, warnings);
                default -> {
                    // no trigger
                }
            }
        }
    }

    private static void files(
            Map<String, @Nullable Object> data, String where, List<String> warnings) {
        boolean files = Trees.text(data, "content_type").equals("application/octet-stream");
        for (Map<String, @Nullable Object> part : Trees.maps(data, "body")) {
            files |= Trees.text(part, "type").equals("file");
        }
        if (files) {
            warnings.add("The webhook of " + where + " takes no files here: it answers 400.");
        }
    }
}
