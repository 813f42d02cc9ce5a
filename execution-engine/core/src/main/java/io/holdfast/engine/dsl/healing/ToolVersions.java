package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tool settings of old files are bare values; now each says that it is constant (1.9.8). */
final class ToolVersions implements HealingStep {

    @Override
    public void heal(GraphTree graph, Consumer<String> warnings) {
        graph.eachData("tool", ToolVersions::heal);
    }

    private static void heal(Map<String, @Nullable Object> data) {
        if (Trees.isTruthy(data.get("version")) || Trees.isTruthy(data.get("tool_node_version"))) {
            return;
        }
        data.put("tool_node_version", "2");
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        Trees.map(data, "tool_configurations").forEach((key, v) -> settings.put(key, wrap(v)));
        if (settings.isEmpty()) {
            return;
        }
        data.put("tool_configurations", settings);
        Map<String, @Nullable Object> parameters =
                new LinkedHashMap<>(Trees.map(data, "tool_parameters"));
        settings.forEach(parameters::putIfAbsent);
        data.put("tool_parameters", parameters);
    }

    private static @Nullable Object wrap(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            return value;
        }
        Map<String, @Nullable Object> constant = new LinkedHashMap<>();
        constant.put("type", "constant");
        constant.put("value", value);
        return constant;
    }
}
