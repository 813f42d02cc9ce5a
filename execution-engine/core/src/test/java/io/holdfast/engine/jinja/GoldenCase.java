package io.holdfast.engine.jinja;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the golden file.
 *
 * @param outcome the text, or the error as {@code Type: message} with {@code (line n)} when known
 */
record GoldenCase(
        String topic, String template, Map<String, @Nullable Object> variables, String outcome) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenCase> all() {
        try (InputStream in =
                Objects.requireNonNull(
                        GoldenCase.class.getResourceAsStream("/jinja/golden.jsonl"))) {
            List<String> lines =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            JsonNode shared = JSON.readTree(lines.getFirst()).get("variables");
            return lines.stream().skip(1).map(line -> read(line, shared)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static GoldenCase read(String line, JsonNode shared) {
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode variables = node.has("variables") ? node.get("variables") : shared;
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            variables
                    .properties()
                    .forEach(e ->
                            values.put(e.getKey(), JSON.convertValue(e.getValue(), Object.class)));
            return new GoldenCase(
                    node.get("topic").asText(),
                    node.get("template").asText(),
                    values,
                    node.has("output")
                            ? node.get("output").asText()
                            : error(
                                    node.get("error").asText(),
                                    node.get("message").asText(),
                                    node.path("line").asInt(0)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String error(String type, @Nullable String message, int line) {
        return type + ": " + message + (line > 0 ? " (line " + line + ")" : "");
    }

    /** What our engine makes of the template, in the same words. */
    String ours() {
        try {
            return JinjaTemplate.parse(template).render(variables, JinjaLimits.DEFAULT);
        } catch (JinjaSyntaxException fault) {
            return error(fault.errorType(), fault.getMessage(), fault.line());
        } catch (JinjaException fault) {
            return error(fault.errorType(), fault.getMessage(), 0);
        }
    }
}
