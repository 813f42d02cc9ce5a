package io.holdfast.engine.jinja.runtime;

import io.holdfast.engine.python.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A string literal over several lines, broken after line ends and white space. */
record PrettyString(String text, int indent, int allowance, int level, Consumer<String> out) {

    private static final int WIDTH = 80;
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORD = Pattern.compile("\\S*\\s*");

    void write() {
        boolean outermost = level == 0;
        int column = outermost ? indent + 1 : indent;
        int after = outermost ? allowance + 1 : allowance;
        List<String> chunks = chunks(WIDTH - column, after);
        boolean several = chunks.size() > 1;
        out.accept(outermost && several ? "(" : "");
        for (int i = 0; i < chunks.size(); i++) {
            out.accept(i == 0 ? "" : "\n" + " ".repeat(column));
            out.accept(chunks.get(i));
        }
        out.accept(outermost && several ? ")" : "");
    }

    private List<String> chunks(int width, int after) {
        List<String> chunks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        LINE.matcher(text).results().forEach(line -> lines.add(line.group()));
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            line(lines.get(i), width, last ? width - after : width, chunks);
        }
        return chunks;
    }

    private static void line(String line, int width, int lastWidth, List<String> chunks) {
        String whole = PythonText.repr(line);
        if (whole.length() <= lastWidth) {
            chunks.add(whole);
            return;
        }
        Matcher words = WORD.matcher(line);
        String current = "";
        while (words.find() && !words.group().isEmpty()) {
            String candidate = current + words.group();
            int limit = words.end() == line.length() ? lastWidth : width;
            if (PythonText.repr(candidate).length() > limit) {
                if (!current.isEmpty()) {
                    chunks.add(PythonText.repr(current));
                }
                current = words.group();
            } else {
                current = candidate;
            }
        }
        if (!current.isEmpty()) {
            chunks.add(PythonText.repr(current));
        }
    }
}
