package io.holdfast.engine.node.human;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.JsonText;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueText;
import io.holdfast.engine.value.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name the output that gets what is filled in
 * @param data as it is written in the file
 * @param defaultValue where the first content comes from, when that is a variable
 * @param options where the choices come from, when that is a variable
 */
record FormField(
        String name,
        Map<String, @Nullable Object> data,
        Optional<Selector> defaultValue,
        Optional<Selector> options) {

    private static final Set<String> TYPES = Set.of("paragraph", "select", "file", "file-list");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static FormField parse(NodeData data) {
        String type = data.requireText("type");
        if (!TYPES.contains(type)) {
            throw new NodeDataException("input type " + type + " is not supported");
        }
        String name = data.requireText("output_variable_name");
        if (!NAME.matcher(name).matches()) {
            throw new NodeDataException("output name " + name + " must be an identifier");
        }
        return new FormField(
                name,
                data.fields(),
                variable(data.child("default")),
                variable(data.child("option_source")));
    }

    private static Optional<Selector> variable(NodeData source) {
        return source.text("type").filter("variable"::equals).isPresent()
                ? source.selector("selector")
                : Optional.empty();
    }

    /** What the field shows at first as text; empty unless it comes from a variable. */
    Optional<String> resolvedDefault(Variables variables) {
        return defaultValue
                .map(variables::get)
                .filter(Lookup.Found.class::isInstance)
                .map(Lookup::orNull)
                .map(FormField::text);
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? JsonText.compact(value)
                : ValueText.text(value);
    }

    /** The field as a client sees it; choices that come from a variable are filled in. */
    Map<String, @Nullable Object> view(Variables variables) {
        if (options.isEmpty()) {
            return data;
        }
        Map<String, @Nullable Object> source = new LinkedHashMap<>();
        source.put("type", "variable");
        source.put("selector", options.get().path());
        source.put("value", choices(variables));
        Map<String, @Nullable Object> view = new LinkedHashMap<>(data);
        view.put("option_source", source);
        return view;
    }

    private List<String> choices(Variables variables) {
        return options.map(variables::get).map(Lookup::orNull).orElse(null) instanceof List<?> list
                ? list.stream().map(ValueText::text).toList()
                : List.of();
    }
}
