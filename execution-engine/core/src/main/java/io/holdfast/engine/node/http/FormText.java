package io.holdfast.engine.node.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes names and values as servers read them. */
final class FormText {

    /** A name and its value; names may repeat. */
    record Pair(String name, String value) {}

    private FormText() {}

    /** As in a query, a blank becoming a plus. */
    static String urlEncoded(Collection<Pair> pairs) {
        return pairs.stream()
                .map(pair -> encode(pair.name) + "=" + encode(pair.value))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a form with parts, between which stands a text that occurs in none of them. */
    static Content multipart(Map<String, String> fields) {
        String boundary = boundary(fields.values());
        StringBuilder parts = new StringBuilder();
        fields.forEach((name, value) ->
                parts.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(quoted(name))
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        parts.append("--").append(boundary).append("--\r\n");
        return new Content(parts.toString(), "multipart/form-data; boundary=" + boundary);
    }

    private static String boundary(Collection<String> values) {
        List<String> all = List.copyOf(values);
        int number = 0;
        while (occurs("holdfast-form-" + number, all)) {
            number++;
        }
        return "holdfast-form-" + number;
    }

    private static boolean occurs(String boundary, List<String> values) {
        return values.stream().anyMatch(value -> value.contains(boundary));
    }

    /** As the HTML standard has it for names of parts. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
