package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.graph.GraphNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows containers to the followers of a run (dsl.md 4.8, 4.9). */
final class ContainerViews {

    private ContainerViews() {}

    static RunEvent.Container container(Step step) {
        GraphNode node = step.node();
        return new RunEvent.Container(node.id(), node.type(), node.title());
    }

    static RunEvent.RoundsStarted started(Step step, JournalEvent.Entered fact) {
        return new RunEvent.RoundsStarted(container(step), fact.inputs(), fact.length(), fact.at());
    }

    static RunEvent.RoundStarted next(Step step, int index, Instant at) {
        return new RunEvent.RoundStarted(container(step), index, at);
    }

    static RunEvent.RoundsFinished finished(
            Step step,
            ContainerState state,
            Map<String, @Nullable Object> outputs,
            String status,
            Instant at) {
        JournalEvent.Entered entry = state.entry();
        return new RunEvent.RoundsFinished(
                container(step),
                entry.inputs(),
                outputs,
                status,
                StepViews.seconds(Duration.between(entry.at(), at)),
                state.usage().totalTokens(),
                metadata(step, state),
                ContainerState.logic(step).steps(state.rounds()),
                entry.at(),
                at);
    }

    private static Map<String, @Nullable Object> metadata(Step step, ContainerState state) {
        String type = step.node().type();
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("total_tokens", state.usage().totalTokens());
        metadata.put("total_price", BigDecimal.ZERO.toPlainString());
        metadata.put("currency", "USD");
        Map<String, @Nullable Object> costs = StepViews.costs(state.usage().asMap());
        if (costs != null) {
            metadata.putAll(costs);
        }
        metadata.put(type + "_duration_map", state.durations());
        if (!state.snapshots().isEmpty()) {
            metadata.put(type + "_variable_map", state.snapshots());
        }
        metadata.putAll(ContainerState.logic(step).metadata(state.rounds()));
        return metadata;
    }
}
