package io.holdfast.engine.agent;

import io.holdfast.engine.node.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One round of an agent: what the model said, and what the tools said to that.
 *
 * @param usage of the model call, as http-api.md 2.4 names its fields
 * @param observations for the first of the calls, in their order; fewer than calls while tools are
 *     at work
 */
record Round(
        String text,
        List<ToolCall> calls,
        Map<String, @Nullable Object> usage,
        List<Observation> observations) {

    Round {
        calls = List.copyOf(calls);
        observations = List.copyOf(observations);
    }

    /** Whether no tool is left to be used. */
    boolean isOver() {
        return observations.size() >= calls.size();
    }

    Round with(Observation observation) {
        List<Observation> all = new ArrayList<>(observations);
        all.add(observation);
        return new Round(text, calls, usage, all);
    }

    /** The call whose tool is next. */
    ToolCall pending() {
        return calls.get(observations.size());
    }
}
