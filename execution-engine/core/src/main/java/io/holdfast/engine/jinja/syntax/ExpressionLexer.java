package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.PyNumbers;
import io.holdfast.engine.python.PythonException;
import io.holdfast.engine.python.PythonText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what stands between a tag's delimiters. */
final class ExpressionLexer {

    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern VARIABLE_END = Pattern.compile("-}}\\s*|}}", UNICODE);
    private static final Pattern BLOCK_END = Pattern.compile("\\+%}|-%}\\s*|%}", UNICODE);
    private static final Pattern SPACE = Pattern.compile("\\s+", UNICODE);
    private static final String DIGITS = "\\d++(?:_\\d++)*+";
    private static final Pattern FLOAT =
            Pattern.compile(
                    "(?<!\\.)%1$s(?:(?:\\.%1$s)?e[+-]?%1$s|\\.%1$s)".formatted(DIGITS),
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER =
            Pattern.compile(
                    "0b(?:_?[01]++)++|0o(?:_?[0-7]++)++|0x(?:_?[\\da-f]++)++"
                            + "|[1-9]\\d*+(?:_\\d++)*+|0++(?:_0++)*+",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\w+", UNICODE);
    private static final Map<String, TokenType> OPERATORS = new HashMap<>();

    static {
        for (TokenType type : TokenType.values()) {
            if (type.isOperator()) {
                OPERATORS.put(type.description(), type);
            }
        }
    }

    private final String source;
    private final Pattern end;
    private final TokenType endType;
    private final List<Token> tokens;
    private final Deque<String> open = new ArrayDeque<>();
    private int position;
    private int line;

    ExpressionLexer(String source, int position, int line, boolean variable, List<Token> tokens) {
        this.source = source;
        this.position = position;
        this.line = line;
        this.end = variable ? VARIABLE_END : BLOCK_END;
        this.endType = variable ? TokenType.VARIABLE_END : TokenType.BLOCK_END;
        this.tokens = tokens;
    }

    int position() {
        return position;
    }

    int line() {
        return line;
    }

    /** Reads up to and with the end of the tag, or to the end of the source. */
    void run() {
        while (position < source.length()) {
            Matcher found = at(end);
            if (open.isEmpty() && found.lookingAt()) {
                tokens.add(new Token(endType, "", line));
                advance(found);
                return;
            }
            next();
        }
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(source).region(position, source.length()).useTransparentBounds(true);
    }

    private void advance(Matcher found) {
        line += (int) found.group().chars().filter(c -> c == '\n').count();
        position = found.end();
    }

    private void next() {
        if (!space() && !number() && !name() && !string()) {
            operator();
        }
    }

    private boolean space() {
        Matcher found = at(SPACE);
        boolean is = found.lookingAt();
        if (is) {
            advance(found);
        }
        return is;
    }

    private boolean number() {
        Matcher real = at(FLOAT);
        if (real.lookingAt()) {
            double value = Double.parseDouble(real.group().replace("_", ""));
            tokens.add(new Token(TokenType.FLOAT, value, line));
            advance(real);
            return true;
        }
        Matcher integer = at(INTEGER);
        if (integer.lookingAt()) {
            tokens.add(new Token(TokenType.INTEGER, integer(integer.group()), line));
            advance(integer);
            return true;
        }
        return false;
    }

    private Object integer(String literal) {
        String digits = literal.replace("_", "").toLowerCase(Locale.ROOT);
        int radix =
                digits.startsWith("0x")
                        ? 16
                        : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        try {
            return PyNumbers.parse(radix == 10 ? digits : digits.substring(2), radix);
        } catch (PythonException tooLong) {
            throw new TemplateSyntaxException(tooLong.type(), tooLong.text(), line);
        }
    }

    private boolean name() {
        Matcher found = at(NAME);
        if (!found.lookingAt()) {
            return false;
        }
        String name = found.group();
        int first = name.codePointAt(0);
        if (first != '_' && !Character.isUnicodeIdentifierStart(first)) {
            throw new TemplateSyntaxException("Invalid character in identifier", line);
        }
        tokens.add(new Token(TokenType.NAME, name, line));
        advance(found);
        return true;
    }

    private boolean string() {
        int end = stringEnd();
        if (end < 0) {
            return false;
        }
        String body = source.substring(position + 1, end - 1);
        tokens.add(new Token(TokenType.STRING, StringEscapes.decode(body, line), line));
        line += (int) body.chars().filter(c -> c == '\n').count();
        position = end;
        return true;
    }

    /** Where a string literal that begins here ends; -1 when there is none. */
    private int stringEnd() {
        char quote = source.charAt(position);
        if (quote != '\'' && quote != '"') {
            return -1;
        }
        int at = position + 1;
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at < source.length() ? at + 1 : -1;
    }

    private void operator() {
        String symbol = symbol();
        switch (symbol) {
            case "{" -> open.push("}");
            case "(" -> open.push(")");
            case "[" -> open.push("]");
            case "}", ")", "]" -> close(symbol);
            default -> {
                // No bracket: nothing to balance.
            }
        }
        tokens.add(new Token(Objects.requireNonNull(OPERATORS.get(symbol)), symbol, line));
        position += symbol.length();
    }

    private void close(String symbol) {
        String expected = open.poll();
        if (expected == null) {
            throw new TemplateSyntaxException("unexpected '" + symbol + "'", line);
        }
        if (!expected.equals(symbol)) {
            throw new TemplateSyntaxException(
                    "unexpected '" + symbol + "', expected '" + expected + "'", line);
        }
    }

    private String symbol() {
        for (int size = 2; size > 0; size--) {
            String symbol = source.substring(position, Math.min(source.length(), position + size));
            if (OPERATORS.containsKey(symbol)) {
                return symbol;
            }
        }
        String character = Character.toString(source.codePointAt(position));
        throw new TemplateSyntaxException(
                "unexpected char %s at %d"
                        .formatted(PythonText.repr(character), source.codePointCount(0, position)),
                line);
    }
}
