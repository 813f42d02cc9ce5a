package io.holdfast.engine.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a chat, agent or completion app.
 *
 * @param modelConfig the keys of dsl.md 5.1, absent ones filled with their defaults
 */
public record BasicAppDefinition(Map<String, @Nullable Object> modelConfig) implements AppBody {

    public BasicAppDefinition {
        modelConfig = Collections.unmodifiableMap(new LinkedHashMap<>(modelConfig));
    }

    @Override
    public Map<String, @Nullable Object> features() {
        return modelConfig;
    }
}
