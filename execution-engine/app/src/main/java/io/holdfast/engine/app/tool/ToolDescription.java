package io.holdfast.engine.app.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool says of itself.
 *
 * @param description for models
 * @param parameters a JSON schema of type object
 */
public record ToolDescription(
        String name, String label, String description, Map<String, @Nullable Object> parameters) {}
