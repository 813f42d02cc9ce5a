package io.holdfast.engine.agent;

import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.JsonText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a model said that was taught to use tools in words (dsl.md 5.7). */
sealed interface ReactReply {

    /** What it thought. */
    String thought();

    /**
     * It wants a tool used.
     *
     * @param input JSON text
     */
    record Action(String thought, String name, String input) implements ReactReply {}

    /** It has an answer; so has one that does not keep to the form. */
    record Answer(String thought, String text) implements ReactReply {}

    /** What begins and ends a fenced object; two patterns, as one would go back and forth. */
    Pattern FENCE = Pattern.compile("```(?:json|JSON)?\\s*+\\{");

    Pattern FENCE_END = Pattern.compile("}\\s*+```");
    Pattern BARE = Pattern.compile("Action\\s*+:\\s*+\\{");

    /** The longest name that is read: no tool has one as long. */
    Pattern LINES =
            Pattern.compile(
                    "Action\\s*+:\\s*+([^\\n`{]{1,256}+)\\n\\s*+Action Input\\s*+:\\s*+(.+)",
                    Pattern.DOTALL);

    Pattern FINAL = Pattern.compile("Final Answer\\s*+:?\\s*+(.*)", Pattern.DOTALL);
    Pattern LABEL = Pattern.compile("^\\s*+Thought\\s*+:\\s*+");

    /** Reads a reply; whatever it is, it can be read. */
    static ReactReply parse(String text) {
        Optional<ReactReply> fenced = fenced(text);
        if (fenced.isPresent()) {
            return fenced.get();
        }
        Matcher bare = BARE.matcher(text);
        int last = text.lastIndexOf('}');
        if (bare.find() && last >= bare.end()) {
            Optional<ReactReply> reply =
                    action(
                            thought(text.substring(0, bare.start())),
                            text.substring(bare.end() - 1, last + 1));
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        Matcher lines = LINES.matcher(text);
        if (lines.find()) {
            return named(
                    thought(text.substring(0, lines.start())),
                    lines.group(1).strip(),
                    lines.group(2).strip());
        }
        Matcher end = FINAL.matcher(text);
        return end.find()
                ? new Answer(thought(text.substring(0, end.start())), end.group(1).strip())
                : new Answer(thought(text), thought(text));
    }

    private static Optional<ReactReply> fenced(String text) {
        Matcher begin = FENCE.matcher(text);
        if (!begin.find()) {
            return Optional.empty();
        }
        Matcher end = FENCE_END.matcher(text);
        return end.find(begin.end())
                ? action(
                        thought(text.substring(0, begin.start())),
                        text.substring(begin.end() - 1, end.start() + 1))
                : Optional.empty();
    }

    private static Optional<ReactReply> action(String thought, String json) {
        Object read;
        try {
            read = JsonReader.read(json);
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
        if (read instanceof Map<?, ?> map && map.get("action") instanceof String name) {
            return Optional.of(named(thought, name, map.get("action_input")));
        }
        return Optional.empty();
    }

    private static ReactReply named(String thought, String name, @Nullable Object input) {
        if (name.replace("_", " ").strip().equalsIgnoreCase("final answer")) {
            return new Answer(
                    thought, input instanceof String text ? text : JsonText.compact(input));
        }
        return new Action(
                thought, name, input instanceof String text ? text : JsonText.compact(input));
    }

    private static String thought(String text) {
        return LABEL.matcher(withoutLabelAtEnd(text)).replaceFirst("").strip();
    }

    private static String withoutLabelAtEnd(String text) {
        String cut = text.stripTrailing();
        if (!cut.endsWith(":")) {
            return text;
        }
        String label = cut.substring(0, cut.length() - 1).stripTrailing();
        return label.endsWith("Action")
                ? label.substring(0, label.length() - "Action".length())
                : text;
    }
}
