package io.holdfast.engine.dsl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as the file has it (dsl.md 1.3, 3.0).
 *
 * @param version {@code 1} when the file names none
 * @param containerId the iteration or loop that the node belongs to; null outside
 * @param data the node's whole configuration
 */
public record NodeDefinition(
        String id,
        String type,
        String title,
        String version,
        @Nullable String containerId,
        Map<String, @Nullable Object> data,
        ErrorPolicy errorPolicy) {}
