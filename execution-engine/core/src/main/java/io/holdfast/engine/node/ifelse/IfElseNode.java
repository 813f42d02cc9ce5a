package io.holdfast.engine.node.ifelse;

import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the first case whose conditions hold (dsl.md 3.6). */
public final class IfElseNode implements NodeLogic {

    private static final String ELSE = "false";

    private final List<Case> cases;

    private IfElseNode(List<Case> cases) {
        this.cases = cases;
    }

    /** Conditions that lead to one handle. */
    private record Case(String id, Conditions conditions) {

        static Case parse(NodeData data) {
            return new Case(
                    data.text("case_id").or(() -> data.text("id")).orElse("true"),
                    Conditions.parse(data));
        }
    }

    public static IfElseNode parse(NodeData data) {
        return new IfElseNode(data.children("cases").stream().map(Case::parse).toList());
    }

    @Override
    public NodeKind kind() {
        return NodeKind.BRANCH;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        List<Object> compared = new ArrayList<>();
        List<Object> results = new ArrayList<>();
        try {
            String chosen = choose(scope.variables(), compared, results);
            return new NodeStep.Done(outcome(chosen, compared, results));
        } catch (ComparisonException e) {
            return new NodeStep.Done(
                    NodeOutcome.Failed.of("", String.valueOf(e.getMessage()))
                            .withInputs(Map.of("conditions", compared)));
        }
    }

    private String choose(Variables variables, List<Object> compared, List<Object> results)
            throws ComparisonException {
        for (Case candidate : cases) {
            boolean holds = candidate.conditions().hold(variables, compared);
            results.add(Map.of("group", candidate.id(), "results", List.of(holds)));
            if (holds) {
                return candidate.id();
            }
        }
        return ELSE;
    }

    private static NodeOutcome outcome(String chosen, List<Object> compared, List<Object> results) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("result", !chosen.equals(ELSE));
        outputs.put("selected_case_id", chosen);
        return NodeOutcome.Succeeded.of(Map.of("conditions", compared), outputs)
                .withProcessData(Map.of("condition_results", results))
                .withHandle(chosen);
    }
}
