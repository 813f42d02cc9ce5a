package io.holdfast.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path with parameters: {@code {name}} is any one segment, {@code {name:uuid}} one that is a UUID
 * (http-api.md 0.1: what is none is no such path).
 */
public final class PathTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)(:uuid)?}");
    private static final String UUID =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private final String text;
    private final Pattern pattern;
    private final List<String> names;
    private final long literalSegments;

    private PathTemplate(String text, Pattern pattern, List<String> names) {
        this.text = text;
        this.pattern = pattern;
        this.names = names;
        this.literalSegments = text.chars().filter(c -> c == '/').count() - names.size();
    }

    public static PathTemplate of(String text) {
        Matcher parameters = PARAMETER.matcher(text);
        List<String> names =
                PARAMETER.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toList());
        String regex =
                parameters.replaceAll(r ->
                        Matcher.quoteReplacement(
                                r.group(2) == null ? "([^/]+)" : "(" + UUID + ")"));
        return new PathTemplate(text, Pattern.compile(regex), List.copyOf(names));
    }

    /** The parameters' values, if the path is one of these. */
    public Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(values);
    }

    /** How much of the path is fixed; of two that match, the one with more is meant. */
    public long literalSegments() {
        return literalSegments;
    }

    @Override
    public String toString() {
        return text;
    }
}
