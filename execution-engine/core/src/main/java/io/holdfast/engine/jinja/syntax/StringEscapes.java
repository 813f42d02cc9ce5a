package io.holdfast.engine.jinja.syntax;

/** The escapes of string literals; an unknown one stays as it is written. */
final class StringEscapes {

    private final String text;
    private final int line;
    private final StringBuilder out = new StringBuilder();
    private int position;

    private StringEscapes(String text, int line) {
        this.text = text;
        this.line = line;
    }

    static String decode(String text, int line) {
        return text.indexOf('\\') < 0 ? text : new StringEscapes(text, line).run();
    }

    private String run() {
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\') {
                escape(text.charAt(position++));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void escape(char kind) {
        switch (kind) {
            case '\n' -> {
                // A line that goes on: nothing of it is kept.
            }
            case '\\', '\'', '"' -> out.append(kind);
            case 'a' -> out.append((char) 7);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append((char) 11);
            case 'x' -> hex(2, "truncated \\xXX escape");
            case 'u' -> hex(4, "truncated \\uXXXX escape");
            case 'U' -> hex(8, "truncated \\UXXXXXXXX escape");
            case 'N' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(kind - '0');
            default -> out.append('\\').append(kind);
        }
    }

    private void octal(int first) {
        int value = first;
        for (int i = 0; i < 2 && position < text.length(); i++, position++) {
            int digit = text.charAt(position) - '0';
            if (digit < 0 || digit > 7) {
                break;
            }
            value = value * 8 + digit;
        }
        out.append((char) value);
    }

    private void hex(int digits, String fault) {
        int end = position + digits;
        long value = 0;
        for (; position < end; position++) {
            int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
            if (digit < 0) {
                throw new TemplateSyntaxException(fault, line);
            }
            value = value * 16 + digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            throw new TemplateSyntaxException("illegal Unicode character", line);
        }
        out.appendCodePoint((int) value);
    }

    private void named() {
        int end = text.indexOf('}', position);
        if (end < 0 || text.charAt(position) != '{') {
            throw new TemplateSyntaxException("malformed \\N character escape", line);
        }
        try {
            out.appendCodePoint(Character.codePointOf(text.substring(position + 1, end)));
        } catch (IllegalArgumentException unknown) {
            throw new TemplateSyntaxException("unknown Unicode character name", line);
        }
        position = end + 1;
    }
}
