package io.holdfast.engine.app.catalog;

import io.holdfast.engine.dsl.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks values that are given for environment variables (dsl.md 2.8). */
final class EnvironmentValues {

    private static final Set<String> NUMBERS = Set.of("number", "integer", "float");

    private EnvironmentValues() {}

    static void check(
            List<VariableDefinition> variables, Map<String, ? extends @Nullable Object> values) {
        Map<String, String> types = new HashMap<>();
        variables.forEach(variable -> types.put(variable.name(), variable.valueType()));
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            String type = types.get(entry.getKey());
            if (type == null) {
                throw new InvalidEnvironmentException(
                        "The app has no environment variable " + entry.getKey());
            }
            Object value = entry.getValue();
            boolean fits =
                    NUMBERS.contains(type) ? value instanceof Number : value instanceof String;
            if (value != null && !fits) {
                throw new InvalidEnvironmentException(
                        "Environment variable " + entry.getKey() + " must be of type " + type);
            }
        }
    }
}
