package io.holdfast.extraction;

import java.util.ArrayList;
import java.util.List;

/** {@code key: value} lines in the order of the file; comments stay. */
final class PropertiesDocument {

    private PropertiesDocument() {}

    static String extract(byte[] content) {
        List<String> lines = new ArrayList<>();
        PlainText.read(content).lines().map(String::strip).forEach(line -> add(lines, line));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String line) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
            if (!line.isEmpty()) {
                lines.add(line);
            }
            return;
        }
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        int at = equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
        lines.add(
                at < 0
                        ? line
                        : line.substring(0, at).strip() + ": " + line.substring(at + 1).strip());
    }
}
