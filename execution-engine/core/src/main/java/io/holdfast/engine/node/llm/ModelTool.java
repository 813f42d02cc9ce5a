package io.holdfast.engine.node.llm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a model may ask for.
 *
 * @param parameters a JSON schema of type object
 */
public record ModelTool(
        String name, String description, Map<String, @Nullable Object> parameters) {}
