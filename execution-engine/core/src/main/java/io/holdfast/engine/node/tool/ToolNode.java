package io.holdfast.engine.node.tool;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Uses a tool (dsl.md 3.15). */
public final class ToolNode implements NodeLogic {

    private final String providerType;
    private final String provider;
    private final String tool;
    private final List<ToolArgument> arguments;

    private ToolNode(NodeData data) {
        this.providerType = data.text("provider_type").orElse("builtin");
        this.provider = data.requireText("provider_id");
        this.tool = data.requireText("tool_name");
        Set<String> required = required(data);
        List<ToolArgument> all = new ArrayList<>();
        for (String block : List.of("tool_configurations", "tool_parameters")) {
            data.child(block)
                    .fields()
                    .forEach((name, value) ->
                            all.add(ToolArgument.parse(name, value, required.contains(name))));
        }
        this.arguments = List.copyOf(all);
    }

    public static ToolNode parse(NodeData data) {
        return new ToolNode(data);
    }

    private static Set<String> required(NodeData data) {
        Set<String> names = new HashSet<>();
        for (NodeData parameter : data.children("paramSchemas")) {
            if (parameter.flag("required", false)) {
                parameter.text("name").ifPresent(names::add);
            }
        }
        return names;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public boolean retryable() {
        return true;
    }

    @Override
    public List<String> streamedOutputs() {
        return List.of("text");
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        try {
            for (ToolArgument argument : arguments) {
                argument.resolve(scope.variables(), given);
            }
        } catch (ToolArgument.MissingException e) {
            return new NodeStep.Done(
                    NodeOutcome.Failed.of("ToolParameterError", String.valueOf(e.getMessage()))
                            .withInputs(given));
        }
        return new NodeStep.Ask<>(
                new ToolRequest(providerType, provider, tool, given),
                reply -> outcome(given, reply));
    }

    private static NodeOutcome outcome(Map<String, @Nullable Object> given, ToolReply reply) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("text", reply.text());
        outputs.put("files", reply.files());
        outputs.put(
                "json", reply.json().isEmpty() ? List.of(Map.of("data", List.of())) : reply.json());
        outputs.putAll(reply.variables());
        return NodeOutcome.Succeeded.of(given, outputs);
    }
}
