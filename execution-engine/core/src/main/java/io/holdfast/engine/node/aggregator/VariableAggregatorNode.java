package io.holdfast.engine.node.aggregator;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the first value that exists, of each group if there are groups; null counts as a value. */
public final class VariableAggregatorNode implements NodeLogic {

    private final Map<String, List<Selector>> groups;
    private final boolean grouped;

    private VariableAggregatorNode(Map<String, List<Selector>> groups, boolean grouped) {
        this.groups = groups;
        this.grouped = grouped;
    }

    public static VariableAggregatorNode parse(NodeData data) {
        NodeData advanced = data.child("advanced_settings");
        if (!advanced.flag("group_enabled", false)) {
            return new VariableAggregatorNode(Map.of("output", data.selectors("variables")), false);
        }
        Map<String, List<Selector>> groups = new LinkedHashMap<>();
        for (NodeData group : advanced.children("groups")) {
            groups.put(group.requireText("group_name"), group.selectors("variables"));
        }
        return new VariableAggregatorNode(groups, true);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        groups.forEach((name, candidates) -> choose(scope, name, candidates, inputs, outputs));
        return new NodeStep.Done(NodeOutcome.Succeeded.of(inputs, outputs));
    }

    private void choose(
            NodeScope scope,
            String name,
            List<Selector> candidates,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> outputs) {
        for (Selector candidate : candidates) {
            if (scope.variables().get(candidate) instanceof Lookup.Found(Object value)) {
                inputs.put(candidate.dotted(), value);
                outputs.put(name, grouped ? wrap(value) : value);
                return;
            }
        }
    }

    private static Map<String, @Nullable Object> wrap(@Nullable Object value) {
        Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
        wrapped.put("output", value);
        return Values.asMap(wrapped);
    }
}
