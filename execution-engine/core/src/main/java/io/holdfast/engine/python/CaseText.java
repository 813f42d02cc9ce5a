package io.holdfast.engine.python;

import java.util.Locale;

/** Upper and lower case as Python changes it. */
public final class CaseText {

    private CaseText() {}

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ς', 'σ');
    }

    /** The first character as title, the rest lower. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        int size = Character.charCount(first);
        return titleCase(first) + text.substring(size).toLowerCase(Locale.ROOT);
    }

    /** The first character upper, the rest lower: what Jinja2's {@code title} does to a word. */
    public static String capitalizeByUpper(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int size = Character.charCount(word.codePointAt(0));
        return word.substring(0, size).toUpperCase(Locale.ROOT)
                + word.substring(size).toLowerCase(Locale.ROOT);
    }

    private static String titleCase(int c) {
        if (Character.toTitleCase(c) != c) {
            return Character.toString(Character.toTitleCase(c));
        }
        String upper = Character.toString(c).toUpperCase(Locale.ROOT);
        return upper.length() > 1
                ? upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT)
                : upper;
    }

    static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            String character = Character.toString(c);
            out.append(inside ? character.toLowerCase(Locale.ROOT) : titleCase(c));
            inside = isCased(c);
        }
        return out.toString();
    }

    static String swap(String text) {
        StringBuilder out = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            String character = Character.toString(c);
            out.append(
                    Character.isUpperCase(c)
                            ? character.toLowerCase(Locale.ROOT)
                            : character.toUpperCase(Locale.ROOT));
        }
        return out.toString();
    }

    static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    /** Whether all cased characters are upper (or lower) and there is one. */
    public static boolean isAll(String text, boolean upper) {
        boolean any = false;
        for (int c : text.codePoints().toArray()) {
            boolean wrong = upper ? Character.isLowerCase(c) : Character.isUpperCase(c);
            if (wrong || Character.isTitleCase(c)) {
                return false;
            }
            any |= isCased(c);
        }
        return any;
    }

    static boolean isTitle(String text) {
        boolean any = false;
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
            boolean lower = Character.isLowerCase(c);
            if ((upper && inside) || (lower && !inside)) {
                return false;
            }
            inside = upper || lower;
            any |= inside;
        }
        return any;
    }
}
