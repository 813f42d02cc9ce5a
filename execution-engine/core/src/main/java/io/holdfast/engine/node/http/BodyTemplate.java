package io.holdfast.engine.node.http;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.FileValues;
import io.holdfast.engine.value.JsonText;
import io.holdfast.engine.value.ReferenceTemplate;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body as configured.
 *
 * @param type one of the types of dsl.md 3.7
 * @param items what it is made of
 */
record BodyTemplate(String type, List<Item> items) {
    private static final Set<String> TYPES =
            Set.of("none", "form-data", "x-www-form-urlencoded", "raw-text", "json", "binary");

    /**
     * A part of the body.
     *
     * @param isFile whether its value is the file that the selector names
     */
    record Item(
            ReferenceTemplate key,
            ReferenceTemplate value,
            boolean isFile,
            @Nullable Selector file) {}

    static BodyTemplate parse(NodeData data) {
        String type = data.text("type").orElse("none");
        if (!TYPES.contains(type)) {
            throw new NodeDataException("body.type '" + type + "' is not supported");
        }
        return new BodyTemplate(
                type, data.children("data").stream().map(BodyTemplate::item).toList());
    }

    private static Item item(NodeData data) {
        return new Item(
                ReferenceTemplate.parse(data.text("key").orElse("")),
                ReferenceTemplate.parse(data.text("value").orElse("")),
                data.text("type").orElse("text").equals("file"),
                data.selector("file").orElse(null));
    }

    Content render(Variables variables) throws HttpNodeException {
        return switch (type) {
            case "raw-text" -> new Content(only().value.renderText(variables), "text/plain");
            case "json" -> new Content(json(variables), "application/json");
            case "x-www-form-urlencoded" -> form(variables);
            case "form-data" -> FormText.multipart(fields(variables));
            case "binary" -> throw binary(variables);
            default -> Content.NONE;
        };
    }

    private Content form(Variables variables) throws HttpNodeException {
        List<FormText.Pair> pairs = new ArrayList<>();
        fields(variables).forEach((name, value) -> pairs.add(new FormText.Pair(name, value)));
        return new Content(FormText.urlEncoded(pairs), "application/x-www-form-urlencoded");
    }

    private String json(Variables variables) throws HttpNodeException {
        String rendered = only().value.renderText(variables);
        try {
            return JsonText.compact(LenientJson.read(rendered));
        } catch (IllegalArgumentException e) {
            throw new HttpNodeException("RequestBodyError", "Failed to parse JSON: " + rendered);
        }
    }

    private Item only() throws HttpNodeException {
        if (items.size() != 1) {
            throw new HttpNodeException(
                    "RequestBodyError", type + " body type should have exactly one item");
        }
        return items.getFirst();
    }

    private Map<String, String> fields(Variables variables) throws HttpNodeException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Item item : items) {
            if (!item.isFile) {
                fields.put(item.key.renderText(variables), item.value.renderText(variables));
            } else if (hasFile(item, variables)) {
                throw filesNotSupported();
            }
        }
        return fields;
    }

    private HttpNodeException binary(Variables variables) throws HttpNodeException {
        Item item = only();
        return hasFile(item, variables)
                ? filesNotSupported()
                : new HttpNodeException(
                        "FileFetchError",
                        "cannot fetch file with selector "
                                + (item.file == null ? List.of() : item.file.path()));
    }

    private static boolean hasFile(Item item, Variables variables) {
        Object value = item.file == null ? null : variables.get(item.file).orNull();
        return FileValues.isFile(value)
                || (value instanceof List<?> list && list.stream().anyMatch(FileValues::isFile));
    }

    private static HttpNodeException filesNotSupported() {
        return new HttpNodeException(
                "FileFetchError",
                "Files cannot be sent in HTTP requests: this release does not store files.");
    }
}
