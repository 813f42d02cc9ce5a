package io.holdfast.engine.node.iteration;

import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.python.PythonText;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Values;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks its graph once for each item of a list (dsl.md 3.12, 4.8). */
public final class IterationNode implements ContainerLogic {

    private static final String ITEMS = "iterator_selector";
    private static final String OUTPUT = "output";

    private final IterationSpec spec;

    private IterationNode(IterationSpec spec) {
        this.spec = spec;
    }

    public static IterationNode parse(NodeDefinition definition) {
        return new IterationNode(IterationSpec.parse(NodeData.of(definition.data())));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONTAINER;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        if (!(scope.variables().get(spec.items()) instanceof Lookup.Found(Object value))) {
            return failed(
                    "iterator variable " + PythonText.repr(spec.items().path()) + " not found");
        }
        if (value != null && !(value instanceof List<?>)) {
            return failed(
                    "invalid iterator value: "
                            + PythonText.str(value)
                            + ", please provide a list.");
        }
        List<@Nullable Object> items = value == null ? List.of() : Values.asList(value);
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put(ITEMS, items);
        return items.isEmpty()
                ? new NodeStep.Done(
                        NodeOutcome.Succeeded.of(inputs, Values.asMap(Map.of(OUTPUT, items))))
                : new NodeStep.Enter(inputs, items.size(), Map.of());
    }

    private static NodeStep failed(String message) {
        return new NodeStep.Done(NodeOutcome.Failed.of("WorkflowNodeError", message));
    }

    @Override
    public String startNodeId() {
        return spec.startNodeId();
    }

    @Override
    public boolean isolated() {
        return true;
    }

    @Override
    public boolean parallel() {
        return spec.parallel();
    }

    @Override
    public Optional<Selector> result() {
        return spec.result();
    }

    @Override
    public Map<String, @Nullable Object> roundVariables(Rounds rounds, int index) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put("item", items(rounds).get(index));
        variables.put("index", (long) index);
        return variables;
    }

    @Override
    public Verdict judge(boolean left, Variables variables) {
        return Verdict.NEXT;
    }

    @Override
    public Decision decide(Rounds rounds, Variables variables) {
        if (spec.onError() == IterationSpec.OnError.TERMINATE) {
            Optional<String> error =
                    rounds.begun().stream()
                            .flatMap(round -> Optional.ofNullable(round.error()).stream())
                            .findFirst();
            if (error.isPresent()) {
                return new Decision.Finish(
                        NodeOutcome.Failed.of("IterationNodeError", error.get())
                                .withInputs(rounds.inputs()));
            }
        }
        int begun = rounds.begun().size();
        if (begun < rounds.length() && rounds.running() < spec.width()) {
            return new Decision.Begin(begun);
        }
        return rounds.running() > 0
                ? new Decision.Wait()
                : new Decision.Finish(
                        NodeOutcome.Succeeded.of(rounds.inputs(), partialOutputs(rounds)));
    }

    @Override
    public Map<String, @Nullable Object> partialOutputs(Rounds rounds) {
        List<@Nullable Object> results = new ArrayList<>();
        for (Round round : rounds.begun()) {
            if (!isDropped(round)) {
                results.add(round.result());
            }
        }
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put(OUTPUT, spec.flatten() ? flattened(results) : results);
        return outputs;
    }

    /** Items that failed, or were never worked on; side by side also those that gave null. */
    private boolean isDropped(Round round) {
        return switch (spec.onError()) {
            case TERMINATE -> !spec.parallel() && (!round.isOver() || round.error() != null);
            case CONTINUE -> false;
            case REMOVE -> round.error() != null || (spec.parallel() && round.result() == null);
        };
    }

    /** One level, if all results that there are are lists (dsl.md 4.8.5). */
    private static List<@Nullable Object> flattened(List<@Nullable Object> results) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object result : results) {
            if (result instanceof List<?>) {
                all.addAll(Values.asList(result));
            } else if (result != null) {
                return results;
            }
        }
        boolean anyList = results.stream().anyMatch(List.class::isInstance);
        return anyList ? all : results;
    }

    @Override
    public Map<String, @Nullable Object> snapshot(Variables variables) {
        return Map.of();
    }

    @Override
    public Map<String, @Nullable Object> metadata(Rounds rounds) {
        return Map.of();
    }

    @Override
    public int steps(Rounds rounds) {
        return rounds.length();
    }

    private static List<@Nullable Object> items(Rounds rounds) {
        Object items = rounds.inputs().get(ITEMS);
        return items == null ? List.of() : Values.asList(items);
    }
}
