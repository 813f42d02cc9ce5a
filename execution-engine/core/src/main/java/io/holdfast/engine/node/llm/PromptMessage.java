package io.holdfast.engine.node.llm;

import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a model.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param files what stands before the text
 * @param calls the tools that an assistant wanted used
 * @param callId the call that a tool's message answers; null for all others
 */
public record PromptMessage(
        String role,
        String text,
        List<PromptFile> files,
        List<ToolCall> calls,
        @Nullable String callId) {

    static final String USER = "user";

    public PromptMessage {
        files = List.copyOf(files);
        calls = List.copyOf(calls);
    }

    public PromptMessage(String role, String text) {
        this(role, text, List.of());
    }

    PromptMessage(String role, String text, List<PromptFile> files) {
        this(role, text, files, List.of(), null);
    }

    /** A message of the user. */
    public static PromptMessage ofUser(String text, List<PromptFile> files) {
        return new PromptMessage(USER, text, files);
    }

    /** What an assistant said, and what it wanted used. */
    public static PromptMessage ofAssistant(String text, List<ToolCall> calls) {
        return new PromptMessage("assistant", text, List.of(), calls, null);
    }

    /** What a tool said. */
    public static PromptMessage ofTool(String callId, String text) {
        return new PromptMessage("tool", text, List.of(), List.of(), callId);
    }

    boolean isEmpty() {
        return text.isEmpty() && files.isEmpty();
    }

    PromptMessage with(List<PromptFile> more) {
        List<PromptFile> all = new ArrayList<>(more);
        all.addAll(files);
        return new PromptMessage(role, text, all, calls, callId);
    }

    /** As a node's process data shows it (dsl.md 3.3). */
    Map<String, @Nullable Object> shown() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("role", role);
        shown.put("text", text);
        shown.put("files", files.stream().map(PromptFile::shown).toList());
        return Values.asMap(shown);
    }
}
