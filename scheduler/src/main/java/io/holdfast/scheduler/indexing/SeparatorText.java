package io.holdfast.scheduler.indexing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a separator as a user typed it: escapes such as {@code \n} mean what they mean in code. */
final class SeparatorText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|[nrtfb\\\\])");

    private SeparatorText() {}

    static String unescape(String typed) {
        return ESCAPE.matcher(typed)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
    }

    private static String character(String escape) {
        return switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'f' -> "\f";
            case 'b' -> "\b";
            case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
            default -> "\\";
        };
    }
}
