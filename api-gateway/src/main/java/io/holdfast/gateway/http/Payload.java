package io.holdfast.gateway.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body that is read field by field; what is wrong with it is collected and told at once, in
 * the form of http-api.md 1.4.
 */
public final class Payload {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};

    private static final Set<String> YES = Set.of("true", "1", "yes", "on", "t", "y");
    private static final Set<String> NO = Set.of("false", "0", "no", "off", "f", "n");

    private final String model;
    private final ObjectNode body;
    private final ObjectMapper values;
    private final List<String> errors;
    private final String prefix;

    /**
     * @param model the name that Dify gives to this kind of body
     * @param values reads JSON into plain values
     */
    public Payload(String model, ObjectNode body, ObjectMapper values) {
        this(model, body, values, new ArrayList<>(), "");
    }

    private Payload(
            String model,
            ObjectNode body,
            ObjectMapper values,
            List<String> errors,
            String prefix) {
        this.model = model;
        this.body = body;
        this.values = values;
        this.errors = errors;
        this.prefix = prefix;
    }

    /** An object inside that may be absent or null; what is wrong in it is noted here. */
    public Optional<Payload> nested(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (node instanceof ObjectNode object) {
            return Optional.of(inside(name, object));
        }
        wrong(name, "Input should be a valid dictionary", "dict_type");
        return Optional.empty();
    }

    /** An object inside that must be there; an empty one in its place when it is not. */
    public Payload required(String name) {
        if (body.get(name) == null) {
            wrong(name, "Field required", "missing");
        }
        return nested(name).orElseGet(() -> inside(name, body.objectNode()));
    }

    private Payload inside(String name, ObjectNode object) {
        return new Payload(model, object, values, errors, prefix + name + ".");
    }

    /**
     * The caller's name for its end user (http-api.md 1.3).
     *
     * @throws DifyException when it is missing or empty
     */
    public static String user(ObjectNode body) {
        JsonNode user = body.get("user");
        String text = user == null || user.isNull() ? "" : asText(user);
        if (text.isEmpty()) {
            throw DifyException.invalidParam("Arg user must be provided.");
        }
        return text;
    }

    private static String asText(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** A text that must be there. */
    public String text(String name) {
        JsonNode node = body.get(name);
        if (node == null) {
            wrong(name, "Field required", "missing");
            return "";
        }
        return optionalText(name).orElseGet(() -> nullIsNoText(name, node));
    }

    private String nullIsNoText(String name, JsonNode node) {
        if (node.isNull()) {
            wrong(name, "Input should be a valid string", "string_type");
        }
        return "";
    }

    /** A text that may be absent or null. */
    public Optional<String> optionalText(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            wrong(name, "Input should be a valid string", "string_type");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    /** A text of which only some values are known. */
    public Optional<String> oneOf(String name, List<String> known) {
        Optional<String> value = optionalText(name);
        if (value.isPresent() && !known.contains(value.get())) {
            String list = String.join(" or ", known.stream().map(k -> "'" + k + "'").toList());
            wrong(name, "Input should be " + list, "literal_error");
            return Optional.empty();
        }
        return value;
    }

    /** A text that must be there and one of those; {@code otherwise} stands in for a wrong one. */
    public String oneOf(String name, List<String> known, String otherwise) {
        if (body.get(name) == null) {
            wrong(name, "Field required", "missing");
        }
        return oneOf(name, known).orElse(otherwise);
    }

    /** A number that may be absent or null. */
    public Optional<Double> number(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            wrong(name, "Input should be a valid number", "float_type");
            return Optional.empty();
        }
        return Optional.of(node.doubleValue());
    }

    /** A number that must be there. */
    public double requiredNumber(String name) {
        if (body.get(name) == null) {
            wrong(name, "Field required", "missing");
        }
        return number(name).orElse(0.0);
    }

    /** A whole number that may be absent or null. */
    public Optional<Integer> optionalWhole(String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.canConvertToInt() || !node.canConvertToExactIntegral()) {
            wrong(name, "Input should be a valid integer", "int_type");
            return Optional.empty();
        }
        return Optional.of(node.intValue());
    }

    /** A whole number that must be there. */
    public int whole(String name) {
        if (body.get(name) == null) {
            wrong(name, "Field required", "missing");
        }
        return optionalWhole(name).orElse(0);
    }

    /** Yes or no, which must be there. */
    public boolean requiredFlag(String name) {
        if (body.get(name) == null) {
            wrong(name, "Field required", "missing");
        }
        return flag(name, false);
    }

    /** An object that must be there. */
    public Map<String, @Nullable Object> object(String name) {
        JsonNode node = body.get(name);
        if (node == null) {
            wrong(name, "Field required", "missing");
        } else if (node.isObject()) {
            return values.convertValue(node, OBJECT);
        } else {
            wrong(name, "Input should be a valid dictionary", "dict_type");
        }
        return Map.of();
    }

    /** A list of objects that may be absent or null. */
    public List<Map<String, @Nullable Object>> objects(String name) {
        JsonNode node = body.get(name);
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        if (node == null || node.isNull()) {
            return found;
        }
        if (!node.isArray()) {
            wrong(name, "Input should be a valid list", "list_type");
            return found;
        }
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i).isObject()) {
                found.add(values.convertValue(node.get(i), OBJECT));
            } else {
                wrong(name + "." + i, "Input should be a valid dictionary", "dict_type");
            }
        }
        return found;
    }

    /** Yes or no, also in words (http-api.md 1.4). */
    public boolean flag(String name, boolean otherwise) {
        JsonNode node = body.get(name);
        if (node == null) {
            return otherwise;
        }
        String word = node.isValueNode() ? node.asText().toLowerCase(Locale.ROOT) : "";
        if (YES.contains(word)) {
            return true;
        }
        if (!NO.contains(word)) {
            wrong(name, "Input should be a valid boolean", "bool_type");
            return otherwise;
        }
        return false;
    }

    /** The raw value, null when absent. */
    public @Nullable JsonNode raw(String name) {
        return body.get(name);
    }

    /** Notes that a field is wrong. */
    public void wrong(String name, String reason, String kind) {
        errors.add(prefix + name + "\n  " + reason + " [type=" + kind + "]");
    }

    /**
     * Ends the reading.
     *
     * @throws DifyException when anything was wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            String plural =
                    errors.size() == 1 ? " validation error for " : " validation errors for ";
            throw DifyException.invalidParam(
                    errors.size() + plural + model + "\n" + String.join("\n", errors));
        }
    }
}
