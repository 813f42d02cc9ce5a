package io.holdfast.engine.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods that take text apart. */
final class StrSplitMethods {

    private StrSplitMethods() {}

    static void addTo(MethodTable table) {
        table.add("split", StrSplitMethods::split, "sep=", "maxsplit=")
                .add("rsplit", StrSplitMethods::splitFromEnd, "sep=", "maxsplit=")
                .add("splitlines", StrSplitMethods::lines, "keepends=")
                .add("partition", (s, a, b) -> partition(s, a, false), "sep")
                .add("rpartition", (s, a, b) -> partition(s, a, true), "sep")
                .add("strip", (s, a, b) -> strip(s, a, true, true), "chars=")
                .add("lstrip", (s, a, b) -> strip(s, a, true, false), "chars=")
                .add("rstrip", (s, a, b) -> strip(s, a, false, true), "chars=");
    }

    private static boolean bySpace(Signature.Bound args) {
        return !args.has(0) || args.get(0) == PyNone.NONE;
    }

    private static String separator(Signature.Bound args) {
        String separator = StrMethods.textArg(args.get(0), "must be str or None");
        if (separator.isEmpty()) {
            throw PythonException.valueError("empty separator");
        }
        return separator;
    }

    private static int limit(Signature.Bound args) {
        int limit = args.intAt(1, -1);
        return limit < 0 ? Integer.MAX_VALUE : limit;
    }

    private static PyList list(List<Object> parts, Object self, Budget budget) {
        budget.items(parts.size());
        budget.text(StrMethods.text(self).length());
        return new PyList(parts);
    }

    private static Object split(Object self, Signature.Bound args, Budget budget) {
        String text = StrMethods.text(self);
        if (bySpace(args)) {
            return list(words(text, limit(args)), self, budget);
        }
        String separator = separator(args);
        List<Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator);
                at >= 0 && parts.size() < limit(args);
                at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return list(parts, self, budget);
    }

    private static List<Object> words(String text, int limit) {
        List<Object> words = new ArrayList<>();
        String rest = CodePoints.stripStart(text);
        int from = text.length() - rest.length();
        while (from < text.length() && words.size() < limit) {
            int to = from;
            while (to < text.length() && !CodePoints.isSpace(text.charAt(to))) {
                to++;
            }
            words.add(text.substring(from, to));
            from = to;
            while (from < text.length() && CodePoints.isSpace(text.charAt(from))) {
                from++;
            }
        }
        if (from < text.length()) {
            words.add(text.substring(from));
        }
        return words;
    }

    private static Object splitFromEnd(Object self, Signature.Bound args, Budget budget) {
        String text = StrMethods.text(self);
        List<Object> parts = new ArrayList<>();
        int to = text.length();
        if (bySpace(args)) {
            wordsFromEnd(text, limit(args), parts);
        } else {
            String separator = separator(args);
            for (int at = text.lastIndexOf(separator);
                    at >= 0 && parts.size() < limit(args);
                    at = text.lastIndexOf(separator, at - separator.length())) {
                parts.add(text.substring(at + separator.length(), to));
                to = at;
            }
            parts.add(text.substring(0, to));
        }
        Collections.reverse(parts);
        return list(parts, self, budget);
    }

    private static void wordsFromEnd(String text, int limit, List<Object> parts) {
        int to = CodePoints.stripEnd(text).length();
        while (to > 0 && parts.size() < limit) {
            int from = to;
            while (from > 0 && !CodePoints.isSpace(text.charAt(from - 1))) {
                from--;
            }
            parts.add(text.substring(from, to));
            to = from;
            while (to > 0 && CodePoints.isSpace(text.charAt(to - 1))) {
                to--;
            }
        }
        if (to > 0) {
            parts.add(text.substring(0, to));
        }
    }

    private static Object lines(Object self, Signature.Bound args, Budget budget) {
        return list(
                new ArrayList<>(lines(StrMethods.text(self), args.flagAt(0, false))), self, budget);
    }

    /** The lines of a text as Python's {@code splitlines} sees them. */
    static List<String> lines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isLineEnd(c)) {
                int end = at;
                at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                lines.add(text.substring(from, keepEnds ? at + 1 : end));
                from = at + 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return switch (c) {
            case '\n', '\r', 0x0b, 0x0c, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    private static Object partition(Object self, Signature.Bound args, boolean last) {
        String text = StrMethods.text(self);
        String separator = separator(args);
        int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
        if (at < 0) {
            return last ? PyTuple.of("", "", text) : PyTuple.of(text, "", "");
        }
        return PyTuple.of(
                text.substring(0, at), separator, text.substring(at + separator.length()));
    }

    private static Object strip(Object self, Signature.Bound args, boolean start, boolean end) {
        String text = StrMethods.text(self);
        if (bySpace(args)) {
            String left = start ? CodePoints.stripStart(text) : text;
            return end ? CodePoints.stripEnd(left) : left;
        }
        String chars = StrMethods.textArg(args.get(0), "strip arg must be None or str");
        return strip(text, chars, start, end);
    }

    /** Takes characters off the ends. */
    static String strip(String text, String chars, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && chars.indexOf(text.codePointAt(from)) >= 0) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (end && to > from && chars.indexOf(text.codePointBefore(to)) >= 0) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }
}
