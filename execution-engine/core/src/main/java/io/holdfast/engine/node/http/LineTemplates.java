package io.holdfast.engine.node.http;

import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the fields that hold one {@code key:value} per line. Params are split before values are put
 * in, headers after: that is how Dify does it, and values with line breaks tell the difference.
 */
final class LineTemplates {

    /** A line of params, its two sides not rendered yet. */
    record Line(ReferenceTemplate name, ReferenceTemplate value) {}

    private LineTemplates() {}

    static List<Line> params(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines()
                .forEach(line -> {
                    String[] sides = sides(line);
                    if (!sides[0].isEmpty()) {
                        lines.add(
                                new Line(
                                        ReferenceTemplate.parse(sides[0]),
                                        ReferenceTemplate.parse(sides[1])));
                    }
                });
        return lines;
    }

    static List<FormText.Pair> render(List<Line> lines, Variables variables) {
        return lines.stream()
                .map(line ->
                        new FormText.Pair(
                                line.name.renderText(variables), line.value.renderText(variables)))
                .toList();
    }

    /** Headers of a text that is rendered already; later ones win, whatever their case. */
    static Map<String, String> headers(String rendered) {
        Map<String, String> headers = new LinkedHashMap<>();
        rendered.lines()
                .filter(line -> !line.isBlank())
                .map(LineTemplates::sides)
                .forEach(sides -> {
                    headers.keySet().removeIf(sides[0]::equalsIgnoreCase);
                    headers.put(sides[0], sides[1]);
                });
        return headers;
    }

    private static String[] sides(String line) {
        int colon = line.indexOf(':');
        return colon < 0
                ? new String[] {line.strip(), ""}
                : new String[] {
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()
                };
    }
}
