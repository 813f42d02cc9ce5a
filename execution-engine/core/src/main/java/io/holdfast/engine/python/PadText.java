package io.holdfast.engine.python;

/** Text brought to a width. */
public final class PadText {

    private PadText() {}

    /**
     * Fills text up to a width.
     *
     * @param side l for text at the left, r at the right, c in the middle
     */
    public static String pad(String text, int width, String fill, char side, Budget budget) {
        int missing = width - CodePoints.length(text);
        if (missing <= 0) {
            return text;
        }
        budget.text((long) width + fill.length());
        int before =
                switch (side) {
                    case 'l' -> 0;
                    case 'r' -> missing;
                    // The odd one goes left when the width is odd, as CPython does.
                    default -> missing / 2 + (missing & width & 1);
                };
        return fill.repeat(before) + text + fill.repeat(missing - before);
    }

    static String zeros(String text, int width, Budget budget) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        String body = signed ? text.substring(1) : text;
        String padded = pad(body, signed ? width - 1 : width, "0", 'r', budget);
        return signed ? text.charAt(0) + padded : padded;
    }

    static String tabs(String text, int size, Budget budget) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == '\t') {
                int spaces = size <= 0 ? 0 : size - column % size;
                budget.text(spaces);
                out.append(" ".repeat(spaces));
                column += spaces;
            } else {
                out.appendCodePoint(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        budget.text(text.length());
        return out.toString();
    }
}
