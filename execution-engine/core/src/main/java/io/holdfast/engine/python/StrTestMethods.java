package io.holdfast.engine.python;

import java.util.function.IntPredicate;

/** Methods that ask what kind of characters a text has. */
final class StrTestMethods {

    private StrTestMethods() {}

    static void addTo(MethodTable table) {
        add(table, "isalpha", Character::isLetter);
        add(table, "isalnum", c -> Character.isLetter(c) || isNumeric(c));
        add(table, "isdigit", StrTestMethods::isDigit);
        add(table, "isdecimal", Character::isDigit);
        add(table, "isnumeric", StrTestMethods::isNumeric);
        add(table, "isspace", CodePoints::isSpace);
        table.add("isascii", (s, a, b) -> text(s).chars().allMatch(c -> c < 128))
                .add(
                        "isprintable",
                        (s, a, b) -> text(s).codePoints().allMatch(CodePoints::isPrintable))
                .add("isupper", (s, a, b) -> CaseText.isAll(text(s), true))
                .add("islower", (s, a, b) -> CaseText.isAll(text(s), false))
                .add("istitle", (s, a, b) -> CaseText.isTitle(text(s)))
                .add("isidentifier", (s, a, b) -> isIdentifier(text(s)));
    }

    private static void add(MethodTable table, String name, IntPredicate test) {
        table.add(name, (s, a, b) -> !text(s).isEmpty() && text(s).codePoints().allMatch(test));
    }

    private static String text(Object self) {
        return StrMethods.text(self);
    }

    private static boolean isNumeric(int c) {
        int type = Character.getType(c);
        return Character.isDigit(c)
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }

    private static boolean isDigit(int c) {
        boolean superscript = (c >= 0x2070 && c <= 0x2089) || "²³¹".indexOf(c) >= 0;
        return Character.isDigit(c) || (superscript && isNumeric(c));
    }

    private static boolean isIdentifier(String text) {
        if (text.isEmpty() || !isStart(text.codePointAt(0))) {
            return false;
        }
        return text.codePoints()
                .allMatch(c ->
                        Character.isUnicodeIdentifierPart(c)
                                && !Character.isIdentifierIgnorable(c));
    }

    private static boolean isStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c);
    }
}
