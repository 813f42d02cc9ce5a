package io.holdfast.engine.node.http;

import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that templates tend to produce: values with line breaks or quotes that nobody escaped,
 * trailing or missing commas, single quotes, Python's words, brackets left open (dsl.md 3.7).
 */
final class LenientJson {
    private static final int MAX_DEPTH = 200;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    private static final String ENDS_BARE_WORD = ",:{}[]\"\n";
    private static final Set<String> NULLS = Set.of("null", "None", "");

    private final String text;
    private int at;
    private int depth;

    private LenientJson(String text) {
        this.text = text;
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException when the text holds neither an object nor an array nor any
     *     other JSON value
     */
    static @Nullable Object read(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException strict) {
            LenientJson reader = new LenientJson(text.strip());
            if (!reader.startsWith('{') && !reader.startsWith('[')) {
                throw new IllegalArgumentException("No JSON", strict);
            }
            return reader.value();
        }
    }

    private boolean startsWith(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private @Nullable Object value() {
        skipBlanks();
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Nested too deep");
        }
        try {
            if (startsWith('{')) {
                return object();
            }
            if (startsWith('[')) {
                return array();
            }
            return startsWith('"') || startsWith('\'') ? string() : word();
        } finally {
            depth--;
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        while (moreBefore('}')) {
            Object key = startsWith('"') || startsWith('\'') ? string() : bareWord();
            skipBlanks();
            if (startsWith(':')) {
                at++;
            }
            int before = at;
            map.put(String.valueOf(key), value());
            requireProgress(before);
        }
        return map;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        while (moreBefore(']')) {
            int before = at;
            list.add(value());
            requireProgress(before);
        }
        return list;
    }

    /** Passes blanks and commas; takes the end, which may be missing. */
    private boolean moreBefore(char end) {
        while (at < text.length() && (blank() || text.charAt(at) == ',')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) != end) {
            return true;
        }
        at++;
        return false;
    }

    private void requireProgress(int before) {
        if (at <= before) {
            throw new IllegalArgumentException("Nothing readable at " + at);
        }
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote && closes()) {
                return content.toString();
            }
            content.append(c == '\\' && at < text.length() ? escaped() : String.valueOf(c));
        }
        return content.toString();
    }

    /** A quote ends a text when the structure goes on after it; else nobody escaped it. */
    private boolean closes() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next >= text.length() || ",:}]".indexOf(text.charAt(next)) >= 0;
    }

    private String escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case '"', '\'', '\\', '/' -> String.valueOf(c);
            case 'u' -> unicode();
            default -> "\\" + c;
        };
    }

    private String unicode() {
        int end = at + HEX_DIGITS;
        if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
            return "\\u";
        }
        char c = (char) Integer.parseInt(text.substring(at, end), HEX);
        at = end;
        return String.valueOf(c);
    }

    private @Nullable Object word() {
        String word = bareWord();
        if (NULLS.contains(word)) {
            return null;
        }
        return switch (word) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> number(word);
        };
    }

    private static @Nullable Object number(String word) {
        try {
            return JsonReader.read(word);
        } catch (JsonSyntaxException e) {
            return word;
        }
    }

    private String bareWord() {
        int start = at;
        while (at < text.length() && ENDS_BARE_WORD.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private void skipBlanks() {
        while (at < text.length() && blank()) {
            at++;
        }
    }

    private boolean blank() {
        return Character.isWhitespace(text.charAt(at));
    }
}
