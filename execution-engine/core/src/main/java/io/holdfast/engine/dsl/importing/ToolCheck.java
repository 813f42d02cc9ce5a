package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of tools that are not here: their nodes fail when they run, and may handle that. */
final class ToolCheck {

    private ToolCheck() {}

    /** Looks at the nodes of a graph. */
    static void graph(
            Map<String, @Nullable Object> graph, Set<String> providers, List<String> warnings) {
        for (Map<String, @Nullable Object> node : Trees.maps(graph, "nodes")) {
            Map<String, @Nullable Object> data = Trees.map(node, "data");
            String where =
                    " of node " + Trees.text(node, "id") + " '" + Trees.text(data, "title") + "'";
            if (Trees.text(data, "type").equals("tool")) {
                warn(
                        Trees.text(data, "provider_id"),
                        Trees.text(data, "tool_name"),
                        where + " is not available here: the node will fail when it runs.",
                        providers,
                        warnings);
            } else if (Trees.text(data, "type").equals("agent")) {
                Map<String, @Nullable Object> tools =
                        Trees.map(Trees.map(data, "agent_parameters"), "tools");
                agent(Trees.maps(tools, "value"), where, providers, warnings);
            }
        }
    }

    /** Looks at the tools of an assistant. */
    static void assistant(
            Map<String, @Nullable Object> config, Set<String> providers, List<String> warnings) {
        agent(Trees.maps(Trees.map(config, "agent_mode"), "tools"), "", providers, warnings);
    }

    private static void agent(
            List<Map<String, @Nullable Object>> tools,
            String where,
            Set<String> providers,
            List<String> warnings) {
        for (Map<String, @Nullable Object> tool : tools) {
            if (Trees.isTruthy(tool.get("enabled")) && tool.get("tool_name") != null) {
                String id = Trees.text(tool, "provider_id");
                warn(
                        id.isEmpty() ? Trees.text(tool, "provider_name") : id,
                        Trees.text(tool, "tool_name"),
                        where + " is not available here: the agent is told so.",
                        providers,
                        warnings);
            }
        }
    }

    private static void warn(
            String provider,
            String tool,
            String what,
            Set<String> providers,
            List<String> warnings) {
        if (!isHere(provider, providers)) {
            warnings.add("The tool " + provider + "/" + tool + what);
        }
    }

    private static boolean isHere(String provider, Set<String> providers) {
        return providers.contains(provider)
                || providers.contains(provider.substring(provider.lastIndexOf('/') + 1));
    }
}
