package io.holdfast.engine.node.agent;

import io.holdfast.engine.agent.ToolChoice;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which tools an agent node may use (dsl.md 3.16). */
final class ChosenTools {

    private ChosenTools() {}

    static List<ToolChoice> parse(List<NodeData> tools) {
        return tools.stream()
                .filter(tool -> tool.flag("enabled", true))
                .map(ChosenTools::choice)
                .toList();
    }

    private static ToolChoice choice(NodeData tool) {
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        settings(tool.child("settings"), fixed);
        for (String name : tool.child("parameters").fields().keySet()) {
            NodeData parameter = tool.child("parameters").child(name);
            if (!parameter.flag("auto", true)) {
                put(fixed, name, parameter.fields().get("value"));
            }
        }
        List<NodeData> schemas =
                tool.children("schemas").stream()
                        .filter(schema -> schema.text("form").orElse("llm").equals("llm"))
                        .filter(schema -> !fixed.containsKey(schema.requireText("name")))
                        .toList();
        return new ToolChoice(
                tool.text("type").orElse("builtin"),
                tool.text("provider_name").or(() -> tool.text("provider")).orElse(""),
                tool.requireText("tool_name"),
                tool.text("tool_label").orElse(""),
                tool.child("extra")
                        .text("description")
                        .filter(text -> !text.isBlank())
                        .or(() -> tool.text("tool_description").filter(text -> !text.isBlank())),
                tool.children("schemas").isEmpty()
                        ? Optional.empty()
                        : Optional.of(jsonSchema(schemas)),
                fixed);
    }

    private static void settings(NodeData settings, Map<String, @Nullable Object> fixed) {
        settings.fields()
                .forEach((name, value) ->
                        put(
                                fixed,
                                name,
                                value instanceof Map<?, ?> map && map.containsKey("value")
                                        ? map.get("value")
                                        : value));
    }

    private static void put(
            Map<String, @Nullable Object> fixed, String name, @Nullable Object value) {
        Object plain =
                value instanceof Map<?, ?> map && map.containsKey("value")
                        ? map.get("value")
                        : value;
        if (plain != null) {
            fixed.put(name, plain);
        }
    }

    /** What the model fills in. */
    private static Map<String, @Nullable Object> jsonSchema(List<NodeData> schemas) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (NodeData schema : schemas) {
            String name = schema.requireText("name");
            properties.put(name, property(schema));
            if (schema.flag("required", false)) {
                required.add(name);
            }
        }
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("type", "object");
        parameters.put("properties", properties);
        parameters.put("required", required);
        return parameters;
    }

    private static Map<String, @Nullable Object> property(NodeData schema) {
        Map<String, @Nullable Object> property = new LinkedHashMap<>();
        String type = schema.text("type").orElse("string");
        property.put(
                "type",
                switch (type) {
                    case "number", "boolean", "array", "object" -> type;
                    default -> "string";
                });
        property.put(
                "description",
                schema.text("llm_description")
                        .filter(text -> !text.isBlank())
                        .or(() -> english(schema.fields().get("human_description")))
                        .orElse(""));
        List<@Nullable Object> options = new ArrayList<>();
        for (NodeData option : schema.children("options")) {
            options.add(option.fields().get("value"));
        }
        if (type.equals("select") && !options.isEmpty()) {
            property.put("enum", options);
        }
        return property;
    }

    private static Optional<String> english(@Nullable Object texts) {
        return texts instanceof Map<?, ?> map
                        && Values.asMap(map).get("en_US") instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
