package io.holdfast.engine.basic;

import io.holdfast.engine.agent.ToolChoice;
import io.holdfast.engine.node.NodeData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which tools an assistant may use; knowledge bases are among them (dsl.md 5.7). */
final class AssistantTools {

    private static final Pattern PLAIN_ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AssistantTools() {}

    static List<ToolChoice> parse(List<NodeData> tools, List<?> datasets) {
        List<ToolChoice> choices = new ArrayList<>();
        for (NodeData tool : tools) {
            if (tool.flag("enabled", false) && tool.has("tool_name")) {
                choices.add(choice(tool));
            }
        }
        for (Object id : datasets) {
            String text = String.valueOf(id);
            if (PLAIN_ID.matcher(text).matches()) {
                choices.add(dataset(text));
            }
        }
        return choices;
    }

    private static ToolChoice choice(NodeData tool) {
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        tool.child("tool_parameters")
                .fields()
                .forEach((name, value) -> {
                    if (value != null && !value.equals("")) {
                        fixed.put(name, value);
                    }
                });
        return new ToolChoice(
                tool.text("provider_type").orElse("builtin"),
                tool.text("provider_id").or(() -> tool.text("provider_name")).orElse(""),
                tool.requireText("tool_name"),
                tool.text("tool_label").orElse(""),
                Optional.empty(),
                Optional.empty(),
                fixed);
    }

    private static ToolChoice dataset(String id) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("type", "string");
        query.put("description", "What to search for");
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("type", "object");
        parameters.put("properties", Map.of("query", query));
        parameters.put("required", List.of("query"));
        return new ToolChoice(
                "dataset",
                id,
                "dataset_" + id.replace("-", "_"),
                "",
                Optional.of("Searches a knowledge base that this assistant was given."),
                Optional.of(parameters),
                Map.of());
    }
}
