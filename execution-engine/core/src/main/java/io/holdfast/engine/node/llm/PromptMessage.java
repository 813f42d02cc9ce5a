package io.holdfast.engine.node.llm;

import io.holdfast.engine.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a model.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 */
public record PromptMessage(String role, String text) {

    /** As a node's process data shows it (dsl.md 3.3). */
    Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("role", role);
        shown.put("text", text);
        shown.put("files", List.of());
        return Values.asMap(shown);
    }
}
