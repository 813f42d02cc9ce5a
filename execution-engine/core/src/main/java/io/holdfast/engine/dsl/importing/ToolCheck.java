package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of tools that are not here: their nodes fail when they run, and may handle that. */
final class ToolCheck {

    private ToolCheck() {}

    static void warn(
            Map<String, @Nullable Object> graph, Set<String> providers, List<String> warnings) {
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            Map<String, @Nullable Object> data = Trees.map(node, "data");
            String provider = Trees.text(data, "provider_id");
            if (Trees.text(data, "type").equals("tool") && !isHere(provider, providers)) {
                warnings.add(
                        "The tool "
                                + provider
                                + "/"
                                + Trees.text(data, "tool_name")
                                + " of node "
                                + Trees.text(node, "id")
                                + " '"
                                + Trees.text(data, "title")
                                + "' is not available here: the node will fail when it runs.");
            }
        }
    }

    private static boolean isHere(String provider, Set<String> providers) {
        return providers.contains(provider.substring(provider.lastIndexOf('/') + 1));
    }
}
