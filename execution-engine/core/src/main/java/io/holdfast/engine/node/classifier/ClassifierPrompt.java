package io.holdfast.engine.node.classifier;

import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.value.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the model is told: its task, two examples, and the question (dsl.md 3.5). */
final class ClassifierPrompt {

    private static final String TASK =
            """
            You sort texts into categories. You are given a JSON object with the text, the \
            categories (each with an id and a name) and, sometimes, instructions of the author. \
            Choose the one category that fits the text best, following the instructions. \
            Answer with a JSON object and nothing else, in this form:
            {"category_id": "id of the category", "category_name": "name of the category"}
            Use only an id and a name that are in the list.\
            """;

    private ClassifierPrompt() {}

    /** A category as the model sees it. */
    record Category(String id, String name) {}

    /** The messages before the question. */
    static List<PromptMessage> lead() {
        List<Category> feelings =
                List.of(new Category("a1", "praise"), new Category("b2", "complaint"));
        List<Category> topics = List.of(new Category("x", "invoices"), new Category("y", "travel"));
        return List.of(
                new PromptMessage("system", TASK),
                question("The parcel came broken and nobody answers.", feelings, ""),
                answer(feelings.get(1)),
                question("Which train goes to Bergen?", topics, "When in doubt: invoices."),
                answer(topics.get(1)));
    }

    /** The question itself. */
    static PromptMessage question(String text, List<Category> categories, String instruction) {
        Map<String, @Nullable Object> question = new LinkedHashMap<>();
        question.put("input_text", text);
        List<@Nullable Object> list = new ArrayList<>();
        for (Category category : categories) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("category_id", category.id());
            one.put("category_name", category.name());
            list.add(one);
        }
        question.put("categories", list);
        question.put("classification_instructions", instruction);
        return new PromptMessage("user", JsonText.compact(question));
    }

    private static PromptMessage answer(Category category) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("category_id", category.id());
        answer.put("category_name", category.name());
        return new PromptMessage("assistant", JsonText.compact(answer));
    }
}
