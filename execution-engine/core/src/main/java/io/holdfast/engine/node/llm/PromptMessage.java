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
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param files what stands before the text
 */
public record PromptMessage(String role, String text, List<PromptFile> files) {

    static final String USER = "user";

    public PromptMessage {
        files = List.copyOf(files);
    }

    public PromptMessage(String role, String text) {
        this(role, text, List.of());
    }

    /** A message of the user. */
    public static PromptMessage ofUser(String text, List<PromptFile> files) {
        return new PromptMessage(USER, text, files);
    }

    boolean isEmpty() {
        return text.isEmpty() && files.isEmpty();
    }

    PromptMessage with(List<PromptFile> more) {
        List<PromptFile> all = new ArrayList<>(more);
        all.addAll(files);
        return new PromptMessage(role, text, all);
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
