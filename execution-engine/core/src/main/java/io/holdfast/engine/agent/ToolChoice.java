package io.holdfast.engine.agent;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool that an app lets its agent use.
 *
 * @param provider the id that the app names
 * @param description what the model is told of it; empty for what the tool says of itself
 * @param parameters the JSON schema of what the model fills in; empty for the tool's own
 * @param fixed arguments that the app has set
 */
public record ToolChoice(
        String providerType,
        String provider,
        String tool,
        String label,
        Optional<String> description,
        Optional<Map<String, @Nullable Object>> parameters,
        Map<String, @Nullable Object> fixed) {}
