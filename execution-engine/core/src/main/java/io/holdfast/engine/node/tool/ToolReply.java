package io.holdfast.engine.node.tool;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gave.
 *
 * @param text all text, empty when there was none
 * @param json its JSON messages in order
 * @param variables outputs of its own, by name
 * @param files those that it made (dsl.md 2.6)
 */
public record ToolReply(
        String text,
        List<@Nullable Object> json,
        Map<String, @Nullable Object> variables,
        List<Map<String, @Nullable Object>> files) {

    /** A tool that made no files. */
    public ToolReply(
            String text, List<@Nullable Object> json, Map<String, @Nullable Object> variables) {
        this(text, json, variables, List.of());
    }

    /** A tool that said something. */
    public static ToolReply of(String text) {
        return new ToolReply(text, List.of(), Map.of());
    }
}
