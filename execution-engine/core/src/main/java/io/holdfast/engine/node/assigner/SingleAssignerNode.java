package io.holdfast.engine.node.assigner;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one variable, whatever its type (dsl.md 3.11, version 1). */
final class SingleAssignerNode implements NodeLogic {

    private final Selector target;
    private final Mode mode;
    private final Selector input;

    private enum Mode {
        OVER_WRITE,
        APPEND,
        CLEAR
    }

    private SingleAssignerNode(Selector target, Mode mode, Selector input) {
        this.target = target;
        this.mode = mode;
        this.input = input;
    }

    static SingleAssignerNode parse(NodeData data) {
        Selector target = data.requireSelector("assigned_variable_selector");
        String written = data.text("write_mode").orElse("over-write");
        Mode mode =
                switch (written) {
                    case "over-write" -> Mode.OVER_WRITE;
                    case "append" -> Mode.APPEND;
                    case "clear" -> Mode.CLEAR;
                    default ->
                            throw new NodeDataException(
                                    "write_mode '" + written + "' is not known");
                };
        return new SingleAssignerNode(
                target,
                mode,
                mode == Mode.CLEAR ? target : data.requireSelector("input_variable_selector"));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public Set<Selector> writes() {
        return Set.of(target);
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        if (!(scope.variables().get(target) instanceof Lookup.Found(Object old))) {
            return failed("assigned variable not found");
        }
        if (!(scope.variables().get(input) instanceof Lookup.Found(Object given))) {
            return failed("input value not found");
        }
        if (mode == Mode.APPEND && !(old instanceof List<?>)) {
            return failed("assigned variable is no array");
        }
        Object value =
                switch (mode) {
                    case OVER_WRITE -> given;
                    case CLEAR -> NewValue.zero(old);
                    case APPEND -> appended(old, given);
                };
        Map<Selector, @Nullable Object> written = new LinkedHashMap<>();
        written.put(target, value);
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("value", given);
        return new NodeStep.Done(AssignerNode.outcome(inputs, written));
    }

    private static Object appended(@Nullable Object old, @Nullable Object given) {
        List<@Nullable Object> all =
                new ArrayList<>(old instanceof List<?> ? Values.asList(old) : List.of());
        all.addAll(Collections.singletonList(given));
        return all;
    }

    private static NodeStep failed(String message) {
        return new NodeStep.Done(NodeOutcome.Failed.of("WorkflowNodeError", message));
    }
}
