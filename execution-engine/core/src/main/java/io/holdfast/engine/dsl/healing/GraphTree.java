package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The nodes and edges of a file, still as maps that may be changed. */
final class GraphTree {

    private final List<Map<String, @Nullable Object>> nodes;
    private final List<Map<String, @Nullable Object>> edges;

    GraphTree(
            List<Map<String, @Nullable Object>> nodes, List<Map<String, @Nullable Object>> edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /** The nodes in file order; the list may be changed. */
    List<Map<String, @Nullable Object>> nodes() {
        return nodes;
    }

    /** The edges in file order; the list may be changed. */
    List<Map<String, @Nullable Object>> edges() {
        return edges;
    }

    Optional<Map<String, @Nullable Object>> node(String id) {
        return nodes.stream()
                .filter((Map<String, @Nullable Object> node) -> id(node).equals(id))
                .findFirst();
    }

    /** Gives the data of each node of a type. */
    void eachData(String type, Consumer<Map<String, @Nullable Object>> visitor) {
        for (Map<String, @Nullable Object> node : List.copyOf(nodes)) {
            if (type(node).equals(type)) {
                visitor.accept(data(node));
            }
        }
    }

    /** The nodes of a type at this moment. */
    List<Map<String, @Nullable Object>> ofType(String type) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> node : nodes) {
            if (type(node).equals(type)) {
                found.add(node);
            }
        }
        return found;
    }

    static String id(Map<String, @Nullable Object> node) {
        return Trees.text(node, "id");
    }

    static Map<String, @Nullable Object> data(Map<String, @Nullable Object> node) {
        return Trees.map(node, "data");
    }

    static String type(Map<String, @Nullable Object> node) {
        return Trees.text(data(node), "type");
    }

    /** A node as a message names it. */
    static String name(Map<String, @Nullable Object> node) {
        return "'" + Trees.text(data(node), "title") + "' (" + id(node) + ")";
    }
}
