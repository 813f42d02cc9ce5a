package io.holdfast.engine.node;

import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a node's configuration. Absent and null are the same; a value of the wrong kind is a fault
 * that names its field.
 *
 * @param path where the map stands in the node's data, empty at the top
 */
public record NodeData(String path, Map<String, @Nullable Object> fields) {

    /** The data of a node. */
    public static NodeData of(Map<String, @Nullable Object> data) {
        return new NodeData("", data);
    }

    /** A text; numbers and booleans count as their text. */
    public Optional<String> text(String name) {
        return switch (fields.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Number number -> Optional.of(number.toString());
            case Boolean bool -> Optional.of(bool.toString());
            default -> throw wrong(name, "text");
        };
    }

    /** A text that must be there. */
    public String requireText(String name) {
        return text(name).orElseThrow(() -> new NodeDataException(at(name) + " is required"));
    }

    public boolean flag(String name, boolean absent) {
        return switch (fields.get(name)) {
            case null -> absent;
            case Boolean bool -> bool;
            case String text -> text.equalsIgnoreCase("true");
            case Number number -> number.doubleValue() != 0;
            default -> throw wrong(name, "a boolean");
        };
    }

    public Optional<Number> number(String name) {
        return switch (fields.get(name)) {
            case null -> Optional.empty();
            case Number number -> Optional.of(number);
            case String text when text.isBlank() -> Optional.empty();
            case String text -> Optional.of(parse(name, text));
            default -> throw wrong(name, "a number");
        };
    }

    /** A number without its fraction; beyond an {@code int}, the last one there is. */
    public Optional<Integer> whole(String name) {
        return number(name).map(number -> (int) number.doubleValue());
    }

    /** A map below this one, empty when absent. */
    public NodeData child(String name) {
        return switch (fields.get(name)) {
            case null -> new NodeData(at(name), Map.of());
            case Map<?, ?> map -> new NodeData(at(name), Values.asMap(map));
            default -> throw wrong(name, "a mapping");
        };
    }

    /** Whether there is a non-null value. */
    public boolean has(String name) {
        return fields.get(name) != null;
    }

    /** A list of maps, empty when absent. */
    public List<NodeData> children(String name) {
        List<NodeData> children = new ArrayList<>();
        for (Object item : list(name)) {
            String where = at(name) + "[" + children.size() + "]";
            if (!(item instanceof Map<?, ?>)) {
                throw new NodeDataException(where + " must be a mapping");
            }
            children.add(new NodeData(where, Values.asMap(item)));
        }
        return children;
    }

    /** A list of anything, empty when absent. */
    public List<@Nullable Object> list(String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case List<?> list -> Values.asList(list);
            default -> throw wrong(name, "a list");
        };
    }

    /** A selector; an empty or one-part list counts as absent. */
    public Optional<Selector> selector(String name) {
        return toSelector(list(name));
    }

    /** A selector that must be there. */
    public Selector requireSelector(String name) {
        return selector(name).orElseThrow(() -> new NodeDataException(at(name) + " is required"));
    }

    /** A list of selectors, those left empty by the studio left out. */
    public List<Selector> selectors(String name) {
        List<Selector> selectors = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof List<?>)) {
                throw wrong(name, "a list of selectors");
            }
            toSelector(Values.asList(item)).ifPresent(selectors::add);
        }
        return selectors;
    }

    private static Optional<Selector> toSelector(List<@Nullable Object> parts) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Selector(parts.stream().map(String::valueOf).toList()));
    }

    private Number parse(String name, String text) {
        try {
            if (text.contains(".")) {
                return Double.valueOf(text);
            }
            return Long.valueOf(text.trim());
        } catch (NumberFormatException e) {
            throw wrong(name, "a number");
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private NodeDataException wrong(String name, String expected) {
        return new NodeDataException(at(name) + " must be " + expected);
    }
}
