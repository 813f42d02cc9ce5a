package io.holdfast.engine.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of an agent's work.
 *
 * @param usage of all its model calls, as http-api.md 2.4 names its fields
 * @param citations what it found in knowledge bases (http-api.md 2.5)
 * @param files that its tools made (dsl.md 2.6)
 */
public record AgentResult(
        String text,
        Map<String, @Nullable Object> usage,
        List<Map<String, @Nullable Object>> citations,
        List<Map<String, @Nullable Object>> files) {}
