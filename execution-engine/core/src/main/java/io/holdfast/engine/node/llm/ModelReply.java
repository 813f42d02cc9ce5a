package io.holdfast.engine.node.llm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param prompt all that was sent, the remembered turns included
 * @param text without think blocks when they were to be separated
 * @param reasoning the think blocks, empty unless they were to be separated
 * @param usage as http-api.md 2.4 names its fields
 * @param structured the text read as JSON, when a schema was given
 * @param calls the tools that the model wants used
 */
public record ModelReply(
        List<PromptMessage> prompt,
        String text,
        String reasoning,
        String finishReason,
        Map<String, @Nullable Object> usage,
        Optional<Map<String, @Nullable Object>> structured,
        List<ToolCall> calls) {

    /** A reply without tools. */
    public ModelReply(
            List<PromptMessage> prompt,
            String text,
            String reasoning,
            String finishReason,
            Map<String, @Nullable Object> usage,
            Optional<Map<String, @Nullable Object>> structured) {
        this(prompt, text, reasoning, finishReason, usage, structured, List.of());
    }

    /** The call as a node's process data shows it (dsl.md 3.3). */
    public Map<String, @Nullable Object> processData(ModelChoice model) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("model_mode", model.mode());
        data.put("prompts", prompt.stream().map(PromptMessage::shown).toList());
        data.put("usage", usage);
        data.put("finish_reason", finishReason);
        data.put("model_provider", model.provider());
        data.put("model_name", model.name());
        return data;
    }
}
