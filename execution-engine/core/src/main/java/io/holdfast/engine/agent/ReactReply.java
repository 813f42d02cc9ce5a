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

    Pattern FENCED = Pattern.compile("```(?:json|JSON)?\\s*(\\{.*?})\\s*```", Pattern.DOTALL);
    Pattern BARE = Pattern.compile("Action\\s*:\\s*(\\{.*})", Pattern.DOTALL);
    Pattern LINES =
            Pattern.compile(
                    "Action\\s*:\\s*([^\\n`{]+)\\n+\\s*Action Input\\s*:\\s*(.+)", Pattern.DOTALL);
    Pattern FINAL = Pattern.compile("Final Answer\\s*:?\\s*(.*)", Pattern.DOTALL);
    Pattern LABEL = Pattern.compile("^\\s*Thought\\s*:\\s*");

    /** Reads a reply; whatever it is, it can be read. */
    static ReactReply parse(String text) {
        for (Pattern form : new Pattern[] {FENCED, BARE}) {
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                Optional<ReactReply> reply =
                        action(thought(text.substring(0, matcher.start())), matcher.group(1));
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        }
        Matcher lines = LINES.matcher(text);
        if (lines.find()) {
            return named(
                    thought(text.substring(0, lines.start())),
                    lines.group(1).strip(),
                    lines.group(2).strip());
        }
        Matcher last = FINAL.matcher(text);
        return last.find()
                ? new Answer(thought(text.substring(0, last.start())), last.group(1).strip())
                : new Answer(thought(text), thought(text));
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
        String cut = text.replaceFirst("\\s*Action\\s*:\\s*$", "");
        return LABEL.matcher(cut).replaceFirst("").strip();
    }
}
