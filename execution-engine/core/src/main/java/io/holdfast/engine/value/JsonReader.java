package io.holdfast.engine.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into values of the engine: integers without a limit, all other numbers as {@code
 * Double}, objects in their order, the last of equal keys.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 200;

    /** Of an integer: what Python's {@code json} reads. */
    private static final int MAX_DIGITS = 4300;

    private static final int HEX = 16;
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?");

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads one value with nothing but blanks around it.
     *
     * @throws JsonSyntaxException when the text is no JSON or nested more than 200 deep, or has an
     *     integer of more than 4300 digits
     */
    public static @Nullable Object read(String text) {
        var reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipBlanks();
        if (reader.at < text.length()) {
            throw reader.fault("nothing more");
        }
        return value;
    }

    private @Nullable Object value() {
        skipBlanks();
        if (at >= text.length()) {
            throw fault("a value");
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (!closes('}')) {
            do {
                skipBlanks();
                String key = string();
                expect(':');
                object.put(key, value());
            } while (continues('}'));
        }
        depth--;
        return object;
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> array = new ArrayList<>();
        if (!closes(']')) {
            do {
                array.add(value());
            } while (continues(']'));
        }
        depth--;
        return array;
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw fault("less nesting");
        }
    }

    private boolean closes(char end) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean continues(char end) {
        if (closes(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char wanted) {
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw fault("'" + wanted + "'");
        }
        at++;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw fault("a value");
        }
        at += word.length();
        return value;
    }

    private Number number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault("a value");
        }
        at = matcher.end();
        String digits = matcher.group();
        if (matcher.group(1) != null || matcher.group(2) != null) {
            return Double.valueOf(digits);
        }
        if (digits.length() - (digits.startsWith("-") ? 1 : 0) > MAX_DIGITS) {
            throw fault("fewer digits");
        }
        BigInteger whole = new BigInteger(digits);
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw fault("'\"'");
        }
        at++;
        var out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw fault("no control character");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw fault("'\"'");
    }

    private char escaped() {
        if (at >= text.length()) {
            throw fault("an escape");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault("an escape");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
            if (digit < 0) {
                throw fault("four hexadecimal digits");
            }
            code = code * HEX + digit;
            at++;
        }
        return (char) code;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonSyntaxException fault(String expected) {
        return new JsonSyntaxException("expected " + expected + " at character " + at);
    }
}
