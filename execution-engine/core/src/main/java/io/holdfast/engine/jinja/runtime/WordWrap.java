package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.CodePoints;
import io.holdfast.engine.python.PythonException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Breaks a line at white space and after hyphens, as Python's {@code textwrap} does. */
final class WordWrap {

    private final int width;
    private final boolean breakLong;
    private final boolean breakHyphens;

    WordWrap(int width, boolean breakLong, boolean breakHyphens) {
        this.width = width;
        this.breakLong = breakLong;
        this.breakHyphens = breakHyphens;
    }

    List<String> wrap(String line) {
        if (width <= 0) {
            throw PythonException.valueError("invalid width " + width + " (must be > 0)");
        }
        List<String> rest = chunks(line);
        Collections.reverse(rest);
        List<String> lines = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<String> current = new ArrayList<>();
            if (rest.getLast().isBlank() && !lines.isEmpty()) {
                rest.removeLast();
            }
            fill(current, rest);
            if (!current.isEmpty() && current.getLast().isBlank()) {
                current.removeLast();
            }
            if (!current.isEmpty()) {
                lines.add(String.join("", current));
            }
        }
        return lines;
    }

    private void fill(List<String> current, List<String> rest) {
        int length = 0;
        while (!rest.isEmpty() && length + size(rest.getLast()) <= width) {
            length += size(rest.getLast());
            current.add(rest.removeLast());
        }
        if (rest.isEmpty() || size(rest.getLast()) <= width) {
            return;
        }
        if (breakLong) {
            breakLast(current, rest, Math.max(width - length, 1));
        } else if (current.isEmpty()) {
            current.add(rest.removeLast());
        }
    }

    private void breakLast(List<String> current, List<String> rest, int room) {
        String chunk = rest.removeLast();
        int end = room;
        if (breakHyphens && size(chunk) > room) {
            int hyphen = CodePoints.slice(chunk, 0, room).lastIndexOf('-');
            boolean leads =
                    hyphen > 0 && chunk.substring(0, hyphen).chars().anyMatch(c -> c != '-');
            end = leads ? chunk.codePointCount(0, hyphen) + 1 : room;
        }
        current.add(CodePoints.slice(chunk, 0, end));
        rest.add(CodePoints.slice(chunk, end, size(chunk)));
    }

    private static int size(String text) {
        return CodePoints.length(text);
    }

    private List<String> chunks(String line) {
        List<String> chunks = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            boolean space = isSpace(line.charAt(from));
            int to = from;
            while (to < line.length() && isSpace(line.charAt(to)) == space) {
                to++;
            }
            String run = line.substring(from, to);
            if (space || !breakHyphens) {
                chunks.add(run);
            } else {
                splitWord(run, chunks);
            }
            from = to;
        }
        return chunks;
    }

    private static boolean isSpace(char c) {
        return "\t\n\u000b\f\r ".indexOf(c) >= 0;
    }

    /** A word may break after a hyphen between letters, and around a dash of two or more. */
    private static void splitWord(String word, List<String> chunks) {
        int from = 0;
        int at = 0;
        while (at < word.length()) {
            int end = hyphensEnd(word, at);
            if (end - at >= 2 && at > 0 && end < word.length() && isWord(word.charAt(end))) {
                addPart(word, from, at, chunks);
                chunks.add(word.substring(at, end));
                from = end;
                at = end;
            } else if (end - at == 1 && breaksAfter(word, from, at)) {
                addPart(word, from, end, chunks);
                from = end;
                at = end;
            } else {
                at = Math.max(end, at + 1);
            }
        }
        addPart(word, from, word.length(), chunks);
    }

    private static void addPart(String word, int from, int to, List<String> chunks) {
        if (from < to) {
            chunks.add(word.substring(from, to));
        }
    }

    private static int hyphensEnd(String word, int at) {
        int end = at;
        while (end < word.length() && word.charAt(end) == '-') {
            end++;
        }
        return end;
    }

    private static boolean breaksAfter(String word, int from, int at) {
        boolean before = at - 2 >= from && isLetter(word, at - 1) && isLetter(word, at - 2);
        boolean hyphenated =
                at - 3 >= from
                        && isLetter(word, at - 1)
                        && word.charAt(at - 2) == '-'
                        && isLetter(word, at - 3);
        boolean after =
                isLetter(word, at + 1) && (isLetter(word, at + 2) || isHyphen(word, at + 2));
        return (before || hyphenated) && after;
    }

    private static boolean isLetter(String word, int at) {
        return at < word.length()
                && (Character.isLetter(word.charAt(at)) || word.charAt(at) == '_');
    }

    private static boolean isHyphen(String word, int at) {
        return at < word.length() && word.charAt(at) == '-' && isLetter(word, at + 1);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "_!\"'&.,?".indexOf(c) >= 0;
    }
}
