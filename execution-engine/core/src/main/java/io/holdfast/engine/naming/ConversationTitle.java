package io.holdfast.engine.naming;

import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a model find a title for a conversation by what was asked in it (dsl.md 5.6). */
public final class ConversationTitle {

    private static final int FIRST = 20;
    private static final int LONGEST = 75;
    private static final int WHOLE = 50;
    private static final int CUT = 47;
    private static final int MOST_QUERY = 2_000;
    private static final String KEY = "Your Output";

    private static final String INSTRUCTION =
            """
            Give the conversation that begins with the following message a title of a few words,             in the language of the message, without quotes and without a full stop. Answer with a             JSON object and nothing else, such as {"Your Output": "A few words"}.

            Message:
            """;

    private ConversationTitle() {}

    /** The name with which a conversation begins. */
    public static String provisional(String query) {
        return lengthOf(query) > FIRST ? cut(query, FIRST) + "…" : query;
    }

    /** The name of a conversation for which nobody finds a title. */
    public static String fallback(String query) {
        return lengthOf(query) > WHOLE ? cut(query, CUT) + "..." : query;
    }

    /** What the model is asked; of a long query, its beginning. */
    public static ModelRequest request(ModelChoice model, String query) {
        String text = INSTRUCTION + cut(query, MOST_QUERY);
        return new ModelRequest(
                model,
                List.of(),
                Optional.empty(),
                Optional.of(PromptMessage.ofUser(text, List.of())),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                ModelRequest.Showing.NOT);
    }

    /** The title in a model's reply; empty when there is none. */
    public static Optional<String> read(String reply) {
        int from = reply.indexOf('{');
        int to = reply.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        try {
            return JsonReader.read(reply.substring(from, to + 1)) instanceof Map<?, ?> answer
                            && answer.get(KEY) instanceof String title
                            && !title.isBlank()
                    ? Optional.of(shortened(title.strip().replace("\0", "")))
                    : Optional.empty();
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static String shortened(String title) {
        return lengthOf(title) > LONGEST ? cut(title, LONGEST - 3) + "..." : title;
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int length) {
        return lengthOf(text) > length
                ? text.substring(0, text.offsetByCodePoints(0, length))
                : text;
    }
}
