package io.holdfast.engine.node.llm;

import io.holdfast.engine.node.NodeData;
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

    boolean isChat() {
        return !mode.equals("completion");
    }
}
