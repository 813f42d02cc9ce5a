package io.holdfast.engine.app.tool.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a tool's parameters are, wherever the operation has them. */
final class ToolSchema {

    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    void add(
            String name,
            Map<String, @Nullable Object> schema,
            @Nullable String description,
            boolean needed) {
        Map<String, @Nullable Object> property = new LinkedHashMap<>(schema);
        property.putIfAbsent("type", "string");
        if (description != null) {
            property.put("description", description);
        }
        properties.put(name, property);
        if (needed) {
            required.add(name);
        }
    }

    static String type(Map<String, @Nullable Object> schema) {
        return schema.get("type") instanceof String type ? type : "string";
    }

    Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }
}
