package io.holdfast.engine.app.tool.builtin;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in the patterns of C's and Python's {@code strftime}, in English. */
final class Strftime {

    private static final Pattern DIRECTIVE = Pattern.compile("%(.)");
    private static final Map<Character, String> DIRECTIVES =
            Map.ofEntries(
                    Map.entry('Y', "uuuu"),
                    Map.entry('y', "uu"),
                    Map.entry('m', "MM"),
                    Map.entry('d', "dd"),
                    Map.entry('H', "HH"),
                    Map.entry('I', "hh"),
                    Map.entry('M', "mm"),
                    Map.entry('S', "ss"),
                    Map.entry('f', "SSSSSS"),
                    Map.entry('p', "a"),
                    Map.entry('A', "EEEE"),
                    Map.entry('a', "EEE"),
                    Map.entry('B', "MMMM"),
                    Map.entry('b', "MMM"),
                    Map.entry('j', "DDD"),
                    Map.entry('z', "xx"),
                    Map.entry('Z', "zzz"),
                    Map.entry('F', "uuuu-MM-dd"),
                    Map.entry('T', "HH:mm:ss"));

    private Strftime() {}

    /** The time; a directive that is not known stays as it is written. */
    static String format(String pattern, ZonedDateTime time) {
        return DIRECTIVE
                .matcher(pattern)
                .replaceAll(found ->
                        Matcher.quoteReplacement(directive(found.group(1).charAt(0), time)));
    }

    private static String directive(char name, ZonedDateTime time) {
        String pattern = DIRECTIVES.get(name);
        if (pattern == null) {
            return name == '%' ? "%" : "%" + name;
        }
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
}
