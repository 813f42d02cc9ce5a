package io.holdfast.local.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** The terminal: the one place that writes to it. */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;

    /** Writes to these streams. */
    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** This process's own streams. */
    public static Console system() {
        return new Console(System.out, System.err);
    }

    /** Writes a line. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Writes text as it is. */
    public void raw(String text) {
        out.print(text);
        out.flush();
    }

    /** Writes a line about something that went wrong. */
    public void complain(String line) {
        err.println(line);
        err.flush();
    }

    /** Writes rows with aligned columns; the first row is the heading. */
    public void table(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = row.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).repeat(" ", widths.get(column) - cell.length() + 2);
            }
            say(line.toString().stripTrailing());
        }
    }

    /** Asks a question; only "y" or "yes" is a yes, and so is no answer a no. */
    public boolean confirm(String question) {
        out.print(question + " [y/N] ");
        out.flush();
        Scanner in = new Scanner(System.in, Charset.defaultCharset());
        return in.hasNextLine() && in.nextLine().strip().matches("(?i)y|yes");
    }
}
