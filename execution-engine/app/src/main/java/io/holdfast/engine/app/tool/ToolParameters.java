package io.holdfast.engine.app.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the JSON schema of a tool's parameters. */
public final class ToolParameters {

    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** A parameter that must be given. */
    public ToolParameters need(String name, String type, String description) {
        required.add(name);
        return may(name, type, description);
    }

    /** A parameter that can be left out. */
    public ToolParameters may(String name, String type, String description) {
        properties.put(name, Map.of("type", type, "description", description));
        return this;
    }

    /** The schema. */
    public Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }
}
