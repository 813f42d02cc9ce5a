package io.holdfast.engine.node.end;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.ResponsePart;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names values as outputs of the run; one that is missing is null. */
public final class EndNode implements NodeLogic {

    private final Map<String, Optional<Selector>> outputs;

    private EndNode(Map<String, Optional<Selector>> outputs) {
        this.outputs = outputs;
    }

    public static EndNode parse(NodeData data) {
        Map<String, Optional<Selector>> outputs = new LinkedHashMap<>();
        for (NodeData output : data.children("outputs")) {
            outputs.put(output.requireText("variable"), output.selector("value_selector"));
        }
        return new EndNode(outputs);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.RESPONSE;
    }

    @Override
    public List<ResponsePart> response() {
        List<ResponsePart> parts = new ArrayList<>();
        for (Optional<Selector> selector : outputs.values()) {
            if (selector.isPresent()) {
                if (!parts.isEmpty()) {
                    parts.add(new ResponsePart.Literal("\n"));
                }
                parts.add(new ResponsePart.Reference(selector.get()));
            }
        }
        return parts;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        outputs.forEach((name, selector) ->
                values.put(
                        name, selector.map(it -> scope.variables().get(it).orNull()).orElse(null)));
        return new NodeStep.Done(NodeOutcome.Succeeded.of(values, values));
    }
}
