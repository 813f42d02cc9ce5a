package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which model to ask, and how.
 *
 * @param provider the provider as the app names it
 * @param mode {@code chat} or {@code completion}
 * @param parameters completion parameters without the stop words
 */
public record ModelChoice(
        String provider,
        String name,
        String mode,
        Map<String, @Nullable Object> parameters,
        List<String> stop) {

    /** Of the text of one parameter, in characters (dsl.md 3.3). */
    private static final int MAX_RESOLVED = 1024;

    /** Reads a {@code model} mapping (dsl.md 3.3, 5.1). */
    public static ModelChoice parse(NodeData model) {
        NodeData parameters = model.child("completion_params");
        Map<String, @Nullable Object> others = new LinkedHashMap<>(parameters.fields());
        others.remove("stop");
        return new ModelChoice(
                model.text("provider").orElse(""),
                model.requireText("name"),
                model.text("mode").orElse("chat"),
                others,
                parameters.list("stop").stream().map(String::valueOf).toList());
    }

    /** The same model, stopped by one more word. */
    public ModelChoice withStop(String word) {
        List<String> words = new ArrayList<>(stop);
        words.add(word);
        return new ModelChoice(provider, name, mode, parameters, words);
    }

    /**
     * The same model with the references in its parameters replaced (dsl.md 3.3). A text that is a
     * number or a truth value then is one.
     *
     * @throws PromptFailure when a text is longer than 1024 characters
     */
    public ModelChoice resolved(Variables variables) throws PromptFailure {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(parameters);
        for (Map.Entry<String, @Nullable Object> parameter : parameters.entrySet()) {
            if (parameter.getValue() instanceof String text) {
                ReferenceTemplate template = ReferenceTemplate.parse(text);
                if (!template.references().isEmpty()) {
                    values.put(
                            parameter.getKey(),
                            value(parameter.getKey(), template.renderText(variables)));
                }
            }
        }
        return new ModelChoice(provider, name, mode, values, stop);
    }

    private static Object value(String parameter, String text) throws PromptFailure {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_RESOLVED) {
            throw new PromptFailure(
                    "ValueError",
                    "Completion parameter %s has %d characters, more than the %d allowed"
                            .formatted(parameter, length, MAX_RESOLVED));
        }
        try {
            Object value = JsonReader.read(text);
            if (value instanceof Boolean
                    || (value instanceof Number number && Double.isFinite(number.doubleValue()))) {
                return value;
            }
            return text;
        } catch (JsonSyntaxException plainText) {
            return text;
        }
    }

    boolean isChat() {
        return !mode.equals("completion");
    }
}
