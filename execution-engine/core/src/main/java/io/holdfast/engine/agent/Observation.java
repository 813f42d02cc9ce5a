package io.holdfast.engine.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent hears from a tool.
 *
 * @param text what it said, or why it could not
 * @param citations where a knowledge base had it from (http-api.md 2.5)
 * @param files that it made (dsl.md 2.6)
 */
public record Observation(
        boolean ok,
        String text,
        List<Map<String, @Nullable Object>> citations,
        List<Map<String, @Nullable Object>> files) {

    /** What a tool said. */
    public static Observation of(String text) {
        return new Observation(true, text, List.of(), List.of());
    }

    /** Why a tool could not do its work. */
    public static Observation failed(String reason) {
        return new Observation(false, reason, List.of(), List.of());
    }

    /** The same with files that the tool made. */
    public Observation withFiles(List<Map<String, @Nullable Object>> made) {
        return new Observation(ok, text, citations, made);
    }
}
