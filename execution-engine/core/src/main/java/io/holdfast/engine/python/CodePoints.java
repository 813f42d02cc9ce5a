package io.holdfast.engine.python;

/** Text as Python counts it: in code points. */
public final class CodePoints {

    private CodePoints() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isPlain(String text) {
        return length(text) == text.length();
    }

    /** The part between two code points, both inside the text. */
    public static String slice(String text, int from, int to) {
        if (from >= to) {
            return "";
        }
        if (isPlain(text)) {
            return text.substring(from, to);
        }
        int begin = text.offsetByCodePoints(0, from);
        return text.substring(begin, text.offsetByCodePoints(begin, to - from));
    }

    static String at(String text, int index) {
        return slice(text, index, index + 1);
    }

    /** The number of code points before a position in Java's count. */
    static int before(String text, int position) {
        return text.codePointCount(0, position);
    }

    static int compare(String left, String right) {
        int limit = Math.min(left.length(), right.length());
        for (int i = 0; i < limit; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates == (a < b) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Python's white space. */
    public static boolean isSpace(int c) {
        return (c >= 0x1c && c <= 0x1f)
                || (c >= 9 && c <= 13)
                || c == 0x85
                || Character.isSpaceChar(c);
    }

    /** Text without white space at its ends. */
    public static String strip(String text) {
        return stripEnd(stripStart(text));
    }

    public static String stripStart(String text) {
        int from = 0;
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        return text.substring(from);
    }

    public static String stripEnd(String text) {
        int to = text.length();
        while (to > 0 && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(0, to);
    }

    /** Whether Python's repr shows the character as it is. */
    static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
