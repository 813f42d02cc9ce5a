package io.holdfast.engine.agent;

import io.holdfast.engine.usage.UsageTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far an agent has come.
 *
 * @param catalog null before it is known
 * @param told how many observations of the last round were there before the last note; negative
 *     when the last note is what the model said
 */
record AgentProgress(@Nullable List<OfferedTool> catalog, List<Round> rounds, int told) {

    /** The last note is what the model said. */
    static final int MODEL_SPOKE = -1;

    AgentProgress {
        rounds = List.copyOf(rounds);
    }

    List<OfferedTool> tools() {
        return catalog == null ? List.of() : catalog;
    }

    Optional<OfferedTool> tool(String name) {
        return tools().stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    Optional<Round> last() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
    }

    Map<String, @Nullable Object> usage() {
        UsageTotals total = new UsageTotals();
        rounds.forEach(round -> total.add(round.usage()));
        return total.asMap();
    }

    List<Map<String, @Nullable Object>> citations() {
        return observed(Observation::citations);
    }

    List<Map<String, @Nullable Object>> files() {
        return observed(Observation::files);
    }

    private List<Map<String, @Nullable Object>> observed(
            Function<Observation, List<Map<String, @Nullable Object>>> part) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Round round : rounds) {
            for (Observation observation : round.observations()) {
                all.addAll(part.apply(observation));
            }
        }
        return all;
    }
}
