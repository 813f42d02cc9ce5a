package io.holdfast.extraction;

import java.util.ArrayList;
import java.util.List;

/** A table as Markdown has it; its first row is the head. */
final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    void add(List<String> row) {
        rows.add(row.stream().map(MarkdownTable::inOneLine).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    private static String inOneLine(String cell) {
        return String.join(" ", cell.lines().map(String::strip).toList()).strip();
    }

    String text() {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(text, rows.get(i), width);
            if (i == 0) {
                line(text, java.util.Collections.nCopies(width, "---"), width);
            }
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, List<String> cells, int width) {
        text.append('|');
        for (int i = 0; i < width; i++) {
            text.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
        }
        text.append('\n');
    }
}
