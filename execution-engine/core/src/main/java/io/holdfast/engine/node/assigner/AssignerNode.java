package io.holdfast.engine.node.assigner;

import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.VariableUpdate;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives variables of others new values: all of them, or none (dsl.md 3.11, version 2). */
public final class AssignerNode implements NodeLogic {

    private final List<Assignment> items;

    private AssignerNode(List<Assignment> items) {
        this.items = items;
    }

    /** The node of either version, by what its file holds. */
    public static NodeLogic parse(NodeDefinition definition) {
        NodeData data = NodeData.of(definition.data());
        return data.has("items")
                ? new AssignerNode(data.children("items").stream().map(Assignment::parse).toList())
                : SingleAssignerNode.parse(data);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public Set<Selector> writes() {
        return items.stream().map(Assignment::target).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<Selector, @Nullable Object> written = new LinkedHashMap<>();
        try {
            for (Assignment item : items) {
                Assignment.Result result =
                        item.make(selector ->
                                written.containsKey(selector)
                                        ? new Lookup.Found(written.get(selector))
                                        : scope.variables().get(selector));
                if (result.written()) {
                    written.put(item.target(), result.value());
                }
            }
        } catch (AssignmentException e) {
            return new NodeStep.Done(NodeOutcome.Failed.of("", String.valueOf(e.getMessage())));
        }
        return new NodeStep.Done(outcome(Map.of(), written));
    }

    /** What is told of an assigner that has written. */
    static NodeOutcome outcome(
            Map<String, @Nullable Object> inputs, Map<Selector, @Nullable Object> written) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> updated =
                written.entrySet().stream()
                        .map(entry -> shown(entry.getKey(), entry.getValue()))
                        .toList();
        written.forEach((selector, value) -> shown.put(selector.name(), value));
        shown.put("__updated_variables", updated);
        return NodeOutcome.Succeeded.of(inputs, Map.of())
                .withProcessData(shown)
                .withUpdates(
                        written.entrySet().stream()
                                .map(entry -> VariableUpdate.of(entry.getKey(), entry.getValue()))
                                .toList());
    }

    private static Map<String, @Nullable Object> shown(Selector selector, @Nullable Object value) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("name", selector.name());
        one.put("selector", selector.path());
        one.put("value_type", ValueType.of(value).wireName());
        one.put("new_value", value);
        return one;
    }
}
