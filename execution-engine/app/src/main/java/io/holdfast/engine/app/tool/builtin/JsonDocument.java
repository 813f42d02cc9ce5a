package io.holdfast.engine.app.tool.builtin;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.holdfast.engine.app.tool.ToolArguments;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.JsonText;
import io.holdfast.engine.value.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that is looked into and changed. */
final class JsonDocument {

    private static final Configuration RULES =
            Configuration.builder()
                    .jsonProvider(new JacksonJsonProvider())
                    .mappingProvider(new JacksonMappingProvider())
                    .options(Option.ALWAYS_RETURN_LIST)
                    .build();

    private final DocumentContext json;

    private JsonDocument(DocumentContext json) {
        this.json = json;
    }

    static JsonDocument parse(String text) {
        return new JsonDocument(JsonPath.using(RULES).parse(text));
    }

    /** A value that is given as text; JSON itself when the caller says so. */
    static @Nullable Object value(ToolArguments given, String name) {
        String text = given.require(name);
        if (!given.text("value_decode").map(Boolean::parseBoolean).orElse(false)) {
            return text;
        }
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException _) {
            return text;
        }
    }

    /** One value as it is, several as a list. */
    String found(String path) {
        List<?> found = json.read(path);
        Object value = found.size() == 1 ? found.getFirst() : found;
        return value instanceof String text
                ? text
                : value instanceof Map<?, ?> || value instanceof List<?>
                        ? JsonText.compact(value)
                        : ValueText.text(value);
    }

    String without(String path) {
        return json.delete(path).jsonString();
    }

    String with(String path, @Nullable Object value, int index) {
        List<?> found = matches(path);
        if (found.size() == 1 && found.getFirst() instanceof List<?>) {
            json.map(path, (list, _) -> inserted(list, value, index));
        } else {
            int dot = path.lastIndexOf('.');
            json.put(dot > 0 ? path.substring(0, dot) : "$", path.substring(dot + 1), value);
        }
        return json.jsonString();
    }

    private List<?> matches(String path) {
        try {
            return json.read(path);
        } catch (PathNotFoundException _) {
            return List.of();
        }
    }

    private static Object inserted(Object list, @Nullable Object value, int index) {
        List<@Nullable Object> items = new ArrayList<>((List<?>) list);
        items.add(index < 0 || index > items.size() ? items.size() : index, value);
        return items;
    }

    String replaced(String path, ToolArguments given) {
        switch (given.text("replace_model").orElse("value")) {
            case "key" -> {
                int dot = path.lastIndexOf('.');
                json.renameKey(
                        dot > 0 ? path.substring(0, dot) : "$",
                        path.substring(dot + 1),
                        given.require("replace_value"));
            }
            case "pattern" -> {
                String pattern = given.require("replace_pattern");
                String by = given.text("replace_value").orElse("");
                json.map(
                        path,
                        (value, _) ->
                                value instanceof String text ? text.replace(pattern, by) : value);
            }
            default -> json.set(path, value(given, "replace_value"));
        }
        return json.jsonString();
    }
}
