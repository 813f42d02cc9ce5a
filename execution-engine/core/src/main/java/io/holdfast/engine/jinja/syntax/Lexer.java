package io.holdfast.engine.jinja.syntax;

import io.holdfast.engine.python.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a template into tokens. A fault becomes the last token, so that what the parser finds
 * wrong before it is told first.
 */
final class Lexer {

    private static final Pattern NEWLINE = Pattern.compile("\r\n|\r|\n");
    private static final Pattern TAG = Pattern.compile("\\{%|\\{#|\\{\\{");
    private static final Pattern RAW_BEGIN =
            Pattern.compile("\\{%[-+]?\\s*raw\\s*(?:-%}\\s*|%})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern RAW_END =
            Pattern.compile(
                    "\\{%([-+]?)\\s*endraw\\s*(?:\\+%}|-%}\\s*|%})",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COMMENT_END =
            Pattern.compile("\\+#}|-#}\\s*|#}", Pattern.UNICODE_CHARACTER_CLASS);

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokenize(String template) {
        String source = NEWLINE.matcher(template).replaceAll("\n");
        Lexer lexer =
                new Lexer(
                        source.endsWith("\n") ? source.substring(0, source.length() - 1) : source);
        try {
            lexer.run();
        } catch (TemplateSyntaxException fault) {
            lexer.tokens.add(new Token(TokenType.ERROR, fault, lexer.line));
        }
        lexer.tokens.add(new Token(TokenType.EOF, "", lexer.line));
        return lexer.tokens;
    }

    private void run() {
        Matcher tag = TAG.matcher(source);
        while (position < source.length()) {
            if (!tag.find(position)) {
                data(source.substring(position), "");
                position = source.length();
                return;
            }
            int start = tag.start();
            String sign = sign(start + 2);
            data(source.substring(position, start), sign);
            position = start;
            switch (tag.group()) {
                case "{#" -> comment(sign);
                case "{%" -> block(sign);
                default -> expression(TokenType.VARIABLE_BEGIN, 2 + sign.length(), true);
            }
        }
    }

    private String sign(int at) {
        char c = at < source.length() ? source.charAt(at) : ' ';
        return c == '-' ? "-" : c == '+' ? "+" : "";
    }

    private void data(String text, String sign) {
        String kept = sign.equals("-") ? CodePoints.stripEnd(text) : text;
        if (!kept.isEmpty()) {
            tokens.add(new Token(TokenType.DATA, kept, line));
        }
        countLines(text);
    }

    private void countLines(String text) {
        line += (int) text.chars().filter(c -> c == '\n').count();
    }

    private void skipTo(int end) {
        countLines(source.substring(position, end));
        position = end;
    }

    private void comment(String sign) {
        Matcher end = COMMENT_END.matcher(source);
        int from = position + 2 + sign.length();
        if (!end.find(from)) {
            position = from;
            if (from >= source.length()) {
                return;
            }
            throw new TemplateSyntaxException("Missing end of comment tag", line);
        }
        skipTo(end.end());
    }

    private void block(String sign) {
        Matcher raw = RAW_BEGIN.matcher(source).region(position, source.length());
        if (raw.lookingAt()) {
            skipTo(raw.end());
            raw();
        } else {
            expression(TokenType.BLOCK_BEGIN, 2 + sign.length(), false);
        }
    }

    private void raw() {
        Matcher end = RAW_END.matcher(source);
        if (position == source.length()) {
            return;
        }
        if (!end.find(position)) {
            throw new TemplateSyntaxException("Missing end of raw directive", line);
        }
        data(source.substring(position, end.start()), end.group(1));
        position = end.start();
        skipTo(end.end());
    }

    private void expression(TokenType begin, int size, boolean variable) {
        tokens.add(new Token(begin, "", line));
        position += size;
        ExpressionLexer inner = new ExpressionLexer(source, position, line, variable, tokens);
        try {
            inner.run();
        } finally {
            position = inner.position();
            line = inner.line();
        }
    }
}
