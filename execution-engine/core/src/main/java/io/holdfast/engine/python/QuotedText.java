package io.holdfast.engine.python;

import java.util.HexFormat;

/** A string literal as {@code repr} writes it. */
final class QuotedText {

    private static final HexFormat HEX = HexFormat.of();

    private QuotedText() {}

    static String of(String text) {
        char mark = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder(text.length() + 2).append(mark);
        text.codePoints().forEach(c -> escape(quoted, c, mark));
        return quoted.append(mark).toString();
    }

    private static void escape(StringBuilder out, int c, char mark) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c == mark) {
                    out.append('\\').append(mark);
                } else if (CodePoints.isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(hex(c));
                }
            }
        }
    }

    static String hex(int c) {
        if (c <= 0xff) {
            return "\\x" + HEX.toHexDigits(c, 2);
        }
        return c <= 0xffff ? "\\u" + HEX.toHexDigits(c, 4) : "\\U" + HEX.toHexDigits(c, 8);
    }
}
