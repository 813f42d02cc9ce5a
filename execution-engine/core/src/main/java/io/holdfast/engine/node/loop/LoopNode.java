package io.holdfast.engine.node.loop;

import io.holdfast.engine.dsl.NodeDefinition;
import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.node.ifelse.ComparisonException;
import io.holdfast.engine.node.ifelse.Conditions;
import io.holdfast.engine.value.Lookup;
import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks its graph again and again until a condition holds (dsl.md 3.13, 4.9). */
public final class LoopNode implements ContainerLogic {

    private static final String REASON = "completed_reason";

    private final String id;
    private final String startNodeId;
    private final int count;
    private final Conditions breakConditions;
    private final List<LoopVariable> variables;
    private final Map<String, @Nullable Object> initialOutputs;

    private LoopNode(String id, NodeData data) {
        this.id = id;
        this.startNodeId = data.requireText("start_node_id");
        this.count = data.whole("loop_count").orElse(0);
        if (count < 1) {
            throw new NodeDataException("loop_count must be at least 1");
        }
        this.breakConditions = Conditions.parse(data, "break_conditions");
        this.variables = data.children("loop_variables").stream().map(LoopVariable::parse).toList();
        this.initialOutputs = data.child("outputs").fields();
    }

    public static LoopNode parse(NodeDefinition definition) {
        return new LoopNode(definition.id(), NodeData.of(definition.data()));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONTAINER;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("loop_count", (long) count);
        Map<String, @Nullable Object> first = new LinkedHashMap<>();
        for (LoopVariable variable : variables) {
            Optional<Object> value = variable.first(scope.variables());
            if (value.isEmpty()) {
                return new NodeStep.Done(
                        NodeOutcome.Failed.of(
                                "WorkflowNodeError",
                                "Invalid value for loop variable " + variable.label()));
            }
            first.put(variable.label(), value.get());
        }
        inputs.putAll(first);
        return new NodeStep.Enter(inputs, count, first);
    }

    @Override
    public String startNodeId() {
        return startNodeId;
    }

    @Override
    public boolean isolated() {
        return false;
    }

    @Override
    public boolean parallel() {
        return false;
    }

    @Override
    public Optional<Selector> result() {
        return Optional.empty();
    }

    @Override
    public Map<String, @Nullable Object> roundVariables(Rounds rounds, int index) {
        return Map.of();
    }

    @Override
    public Verdict judge(boolean left, Variables values) {
        if (left) {
            return Verdict.EXIT;
        }
        try {
            return isBroken(values) ? Verdict.BREAK : Verdict.NEXT;
        } catch (ComparisonException e) {
            return Verdict.error(String.valueOf(e.getMessage()));
        }
    }

    private boolean isBroken(Variables values) throws ComparisonException {
        return !breakConditions.isEmpty() && breakConditions.hold(values, new ArrayList<>());
    }

    @Override
    public Decision decide(Rounds rounds, Variables values) {
        if (rounds.running() > 0) {
            return new Decision.Wait();
        }
        if (rounds.begun().isEmpty()) {
            return isBrokenAtOnce(values) ? finish(rounds, initialOutputs) : new Decision.Begin(0);
        }
        Round last = rounds.begun().getLast();
        String error = last.error() != null ? last.error() : errorOf(last);
        if (error != null) {
            return new Decision.Finish(
                    NodeOutcome.Failed.of("LoopNodeError", error).withInputs(rounds.inputs()));
        }
        boolean goesOn = Verdict.NEXT.equals(last.verdict()) && rounds.begun().size() < count;
        return goesOn
                ? new Decision.Begin(rounds.begun().size())
                : finish(rounds, outputs(rounds, values));
    }

    private static @Nullable String errorOf(Round round) {
        return round.verdict() == null ? null : round.verdict().error();
    }

    /** Before the first round, what cannot be decided does not hold (dsl.md 4.9.2). */
    private boolean isBrokenAtOnce(Variables values) {
        try {
            return isBroken(values);
        } catch (ComparisonException _) {
            return false;
        }
    }

    private static Decision finish(Rounds rounds, Map<String, @Nullable Object> outputs) {
        return new Decision.Finish(NodeOutcome.Succeeded.of(rounds.inputs(), outputs));
    }

    private Map<String, @Nullable Object> outputs(Rounds rounds, Variables values) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>(snapshot(values));
        outputs.put("loop_round", (long) rounds.begun().size());
        return outputs;
    }

    @Override
    public Map<String, @Nullable Object> snapshot(Variables values) {
        Map<String, @Nullable Object> now = new LinkedHashMap<>();
        for (LoopVariable variable : variables) {
            if (values.get(Selector.of(id, variable.label()))
                    instanceof Lookup.Found(Object value)) {
                now.put(variable.label(), value);
            }
        }
        return now;
    }

    @Override
    public Map<String, @Nullable Object> partialOutputs(Rounds rounds) {
        return Map.of();
    }

    @Override
    public Map<String, @Nullable Object> metadata(Rounds rounds) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        boolean none = rounds.begun().isEmpty();
        Round last = none ? null : rounds.begun().getLast();
        if (last != null && (last.error() != null || errorOf(last) != null)) {
            metadata.put(REASON, "error");
        } else {
            boolean broke = last == null || Verdict.BREAK.equals(last.verdict());
            metadata.put(REASON, broke ? "loop_break" : "loop_completed");
        }
        return metadata;
    }

    @Override
    public int steps(Rounds rounds) {
        return rounds.begun().isEmpty() ? 0 : count;
    }
}
