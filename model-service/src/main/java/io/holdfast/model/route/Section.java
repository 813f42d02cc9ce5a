package io.holdfast.model.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping of the routes file that knows its place and fills {@code ${VARIABLE}} in. */
final class Section {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final JsonNode node;
    private final String place;
    private final UnaryOperator<@Nullable String> environment;

    Section(JsonNode node, String place, UnaryOperator<@Nullable String> environment) {
        this.node = node;
        this.place = place;
        this.environment = environment;
        if (!node.isObject()) {
            throw invalid("must be a mapping");
        }
    }

    /** Refuses fields that are none of these. */
    Section only(Set<String> fields) {
        for (String name : names()) {
            if (!fields.contains(name)) {
                throw invalid("unknown field '" + name + "', known are " + new TreeSet<>(fields));
            }
        }
        return this;
    }

    List<String> names() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<Section> list(String field) {
        var value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw invalid("'" + field + "' must be a list");
        }
        var sections = new ArrayList<Section>();
        for (int i = 0; i < value.size(); i++) {
            var where = place + " " + field + "[" + i + "]";
            sections.add(new Section(value.get(i), where, environment));
        }
        return sections;
    }

    @Nullable Section section(String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull()
                ? null
                : new Section(value, place + " " + field, environment);
    }

    /** The field's text, variables filled in; null when it is absent. */
    @Nullable String text(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw invalid("'" + field + "' must be a single value");
        }
        return VARIABLE.matcher(value.asText()).replaceAll(match -> filled(field, match.group(1)));
    }

    String required(String field) {
        var text = text(field);
        if (text == null || text.isBlank()) {
            throw invalid("needs '" + field + "'");
        }
        return text;
    }

    <T> T parsed(String field, Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw invalid("'" + field + "': " + wrong.getMessage());
        }
    }

    RoutesFile.Invalid invalid(String what) {
        return new RoutesFile.Invalid(place + ": " + what);
    }

    private String filled(String field, String variable) {
        var value = environment.apply(variable);
        if (value == null) {
            throw invalid(
                    "'" + field + "' names the environment variable " + variable + ", not set");
        }
        return Matcher.quoteReplacement(value);
    }
}
