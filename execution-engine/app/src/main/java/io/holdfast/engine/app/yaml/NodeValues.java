package io.holdfast.engine.app.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes values of one document's nodes. Each use of an alias gives a copy and counts. */
final class NodeValues {

    private static final int MAX_VALUES = 1_000_000;

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    @Nullable Object value(Node node) {
        if (++values > MAX_VALUES) {
            throw fault("the document holds more than " + MAX_VALUES + " values", node);
        }
        if (node instanceof ScalarNode scalar) {
            return ScalarValues.value(scalar);
        }
        if (!open.add(node)) {
            throw fault("found a structure that contains itself", node);
        }
        try {
            return switch (node) {
                case MappingNode mapping -> map(mapping);
                case SequenceNode sequence -> list(sequence);
                default -> throw fault("found a node of an unknown kind", node);
            };
        } finally {
            open.remove(node);
        }
    }

    private List<@Nullable Object> list(SequenceNode node) {
        requireTag(node, Tag.SEQ);
        List<@Nullable Object> list = new ArrayList<>();
        for (Node item : node.getValue()) {
            list.add(value(item));
        }
        return list;
    }

    /** Merged maps come first and give way to the map's own keys. */
    private Map<String, @Nullable Object> map(MappingNode node) {
        requireTag(node, Tag.MAP);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(map, entry.getValueNode());
            }
        }
        for (NodeTuple entry : node.getValue()) {
            if (!entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                map.put(key(entry.getKeyNode()), value(entry.getValueNode()));
            }
        }
        return map;
    }

    private void merge(Map<String, @Nullable Object> map, Node source) {
        switch (value(source)) {
            case Map<?, ?> one -> putAbsent(map, one);
            case List<?> several -> {
                for (Object one : several) {
                    if (!(one instanceof Map<?, ?> merged)) {
                        throw fault("expected a mapping for merging", source);
                    }
                    putAbsent(map, merged);
                }
            }
            case null, default ->
                    throw fault("expected a mapping or list of mappings for merging", source);
        }
    }

    private static void putAbsent(Map<String, @Nullable Object> map, Map<?, ?> merged) {
        merged.forEach((key, value) -> {
            if (!map.containsKey(String.valueOf(key))) {
                map.put(String.valueOf(key), value);
            }
        });
    }

    private String key(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault("found unhashable key", node);
        }
        return switch (value(scalar)) {
            case null -> "null";
            case String text -> text;
            case Object other -> other.toString();
        };
    }

    private static void requireTag(Node node, Tag tag) {
        if (!node.getTag().equals(tag)) {
            throw fault(
                    "could not determine a constructor for the tag '"
                            + node.getTag().getValue()
                            + "'",
                    node);
        }
    }

    static YamlSyntaxException fault(String problem, Node node) {
        var mark = node.getStartMark();
        return new YamlSyntaxException(
                "Invalid YAML: "
                        + problem
                        + " (line "
                        + (mark.getLine() + 1)
                        + ", column "
                        + (mark.getColumn() + 1)
                        + ")",
                null);
    }
}
