package io.holdfast.engine.app.node.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a tool that are left to the model. */
final class FreeParameters {

    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private FreeParameters() {}

    /**
     * A schema that models take: of type object, and without what the app has fixed.
     *
     * @param schema a JSON schema; may be empty
     */
    static Map<String, @Nullable Object> of(
            Map<String, @Nullable Object> schema, Set<String> fixed) {
        Map<String, @Nullable Object> free = new LinkedHashMap<>(schema);
        free.put("type", "object");
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (schema.get(PROPERTIES) instanceof Map<?, ?> all) {
            all.forEach((name, property) -> {
                if (!fixed.contains(String.valueOf(name))) {
                    properties.put(String.valueOf(name), property);
                }
            });
        }
        free.put(PROPERTIES, properties);
        if (schema.get(REQUIRED) instanceof List<?> names) {
            free.put(
                    REQUIRED,
                    names.stream().filter(name -> !fixed.contains(String.valueOf(name))).toList());
        }
        return free;
    }
}
