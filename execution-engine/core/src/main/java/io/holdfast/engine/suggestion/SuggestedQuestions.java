package io.holdfast.engine.suggestion;

import io.holdfast.engine.appmodel.AppModel;
import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has a model guess what a user may ask next (dsl.md 5.6). The model is the feature's own, else
 * that of the app: a basic app's model, of a chatflow that of its first {@code llm} node.
 */
public final class SuggestedQuestions {

    /** How many turns the model is shown. */
    public static final int TURNS = 3;

    private static final String FEATURE = "suggested_questions_after_answer";
    private static final int LONGEST_PROMPT = 1_000;
    private static final int MOST = 10;

    private static final String INSTRUCTION =
            """
            Read the conversation and think of the three questions that the user is most likely to\
             ask next. Keep each below 20 characters and write it in the language of the\
             assistant's last answer.\
            """;

    private static final String FORM =
            "Answer with a JSON array of strings and nothing else, such as"
                    + " [\"question one\", \"question two\", \"question three\"].";

    private final ModelChoice model;
    private final String instruction;

    private SuggestedQuestions(ModelChoice model, String instruction) {
        this.model = model;
        this.instruction = instruction;
    }

    /** One question and its answer. */
    public record Turn(String query, String answer) {}

    /** Whether an app has the feature. */
    public static boolean isEnabled(AppDefinition app) {
        return Trees.isTruthy(feature(app).get("enabled"));
    }

    private static Map<String, @Nullable Object> feature(AppDefinition app) {
        return Trees.map(app.body().features(), FEATURE);
    }

    /** The feature of an app; empty when it is off, or no model can be found. */
    public static Optional<SuggestedQuestions> of(AppDefinition app) {
        if (!isEnabled(app)) {
            return Optional.empty();
        }
        String prompt = Trees.text(feature(app), "prompt").strip();
        int end =
                prompt.offsetByCodePoints(
                        0, Math.min(LONGEST_PROMPT, prompt.codePointCount(0, prompt.length())));
        String instruction = prompt.isEmpty() ? INSTRUCTION : prompt.substring(0, end);
        return AppModel.read(feature(app).get("model"))
                .or(() -> AppModel.of(app))
                .map(model -> new SuggestedQuestions(model, instruction));
    }

    /** What the model is asked. */
    public ModelRequest request(List<Turn> turns) {
        StringBuilder text = new StringBuilder();
        for (Turn turn : turns) {
            text.append("User: ").append(turn.query()).append('\n');
            text.append("Assistant: ").append(turn.answer()).append('\n');
        }
        text.append('\n').append(instruction).append('\n').append(FORM);
        return new ModelRequest(
                model,
                List.of(),
                Optional.empty(),
                Optional.of(PromptMessage.ofUser(text.toString(), List.of())),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                ModelRequest.Showing.NOT);
    }

    /** The questions in a model's reply: the texts of its first array; none where there is none. */
    public static List<String> read(String reply) {
        int from = reply.indexOf('[');
        int to = reply.indexOf(']', Math.max(0, from));
        if (from < 0 || to < 0) {
            return List.of();
        }
        return texts(reply.substring(from, to + 1))
                .or(() -> texts(reply.substring(from, reply.lastIndexOf(']') + 1)))
                .orElse(List.of());
    }

    private static Optional<List<String>> texts(String json) {
        try {
            return JsonReader.read(json) instanceof List<?> list
                    ? Optional.of(
                            list.stream()
                                    .filter(String.class::isInstance)
                                    .map(String.class::cast)
                                    .limit(MOST)
                                    .toList())
                    : Optional.empty();
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
