package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.graph.Graph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Loops as dsl.md 4.9 has them. */
class LoopTest {

    private static final Map<String, Object> COUNTER =
            Map.of("label", "n", "var_type", "number", "value_type", "constant", "value", 0L);

    private static Map<String, Object> breakWhen(String node, String name, String value) {
        return Map.of(
                "break_conditions",
                List.of(
                        Map.of(
                                "variable_selector",
                                List.of(node, name),
                                "comparison_operator",
                                "=",
                                "value",
                                value)));
    }

    private static Graph loop(int count, Map<String, Object> more) {
        return new TestGraph()
                .node("S", "start")
                .loop("LP", count, more)
                .node("K", "work")
                .chain("LPstart", "K")
                .inside(null)
                .end("E", "r=LP.loop_round", "n=LP.n")
                .chain("S", "LP", "E")
                .compile();
    }

    private static Map<String, Object> with(Map<String, Object> a, Map<String, Object> b) {
        Map<String, Object> both = new HashMap<>(a);
        both.putAll(b);
        return both;
    }

    @Test
    void roundsFollowEachOtherUntilTheConditionHolds() {
        Map<String, Object> more =
                with(Map.of("loop_variables", List.of(COUNTER)), breakWhen("K", "x", "3"));
        RunStory story =
                new RunStory(loop(5, more))
                        .begin(Map.of())
                        .succeeds("LP#0/K", Map.of("x", 1L))
                        .succeeds("LP#1/K", Map.of("x", 2L))
                        .crashes()
                        .succeeds("LP#2/K", Map.of("x", 3L));

        assertThat(story.steps())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "started(LP)",
                        "ns(K)",
                        "nf(K)",
                        "next(LP 1)",
                        "ns(K)",
                        "nf(K)",
                        "next(LP 2)",
                        "ns(K)",
                        "nf(K)",
                        "completed(LP)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", 3L, "n", 0L));
        RunEvent.RoundsFinished completed = completed(story);
        assertThat(completed.steps()).isEqualTo(5);
        assertThat(completed.outputs()).isEqualTo(Map.of("n", 0L, "loop_round", 3L));
        assertThat(completed.executionMetadata())
                .containsEntry("completed_reason", "loop_break")
                .containsKeys("loop_duration_map", "loop_variable_map");
    }

    @Test
    void theLastRoundIsFollowedByANextThatDoesNotCome() {
        RunStory story =
                new RunStory(loop(2, Map.of()))
                        .begin(Map.of())
                        .succeeds("LP#0/K", Map.of())
                        .succeeds("LP#1/K", Map.of());

        assertThat(story.wire()).containsSubsequence("next(LP 1)", "next(LP 2)", "completed(LP)");
        assertThat(story.finished().outputs()).containsEntry("r", 2L);
        assertThat(completed(story).executionMetadata())
                .containsEntry("completed_reason", "loop_completed");
    }

    @Test
    void aConditionThatHoldsAtOnceLeavesNoRound() {
        Map<String, Object> three =
                Map.of("label", "n", "var_type", "number", "value_type", "constant", "value", "3");
        RunStory story =
                new RunStory(
                                loop(
                                        5,
                                        with(
                                                Map.of("loop_variables", List.of(three)),
                                                breakWhen("LP", "n", "3"))))
                        .begin(Map.of());

        assertThat(story.wire()).containsSubsequence("started(LP)", "completed(LP)");
        assertThat(completed(story).steps()).isZero();
        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("r", null);
        expected.put("n", 3L);
        assertThat(story.finished().outputs()).isEqualTo(expected);
    }

    @Test
    void aRoundSeesNothingOfTheOneBefore() {
        RunStory story =
                new RunStory(loop(3, breakWhen("K", "x", "9")))
                        .begin(Map.of())
                        .succeeds("LP#0/K", Map.of("x", 1L))
                        .succeeds("LP#1/K", Map.of("other", 1L));

        assertThat(story.finished().error()).isEqualTo("Variable ['K', 'x'] not found");
        assertThat(completed(story).status()).isEqualTo("failed");
    }

    @Test
    void aNodeThatLeavesEndsTheLoopAfterItsRound() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .loop("LP", 5, Map.of())
                        .node("B", "branch")
                        .node("X", "loop-end")
                        .node("K", "work")
                        .chain("LPstart", "B")
                        .edge("B", "true", "X")
                        .chain("LPstart", "K")
                        .inside(null)
                        .end("E", "r=LP.loop_round")
                        .chain("S", "LP", "E")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .chooses("LP#0/B", "false")
                        .succeeds("LP#0/K", Map.of())
                        .chooses("LP#1/B", "true")
                        .succeeds("LP#1/K", Map.of());

        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", 2L));
        assertThat(completed(story).executionMetadata())
                .containsEntry("completed_reason", "loop_completed");
    }

    @Test
    void aFailureInsideFailsTheLoopAndTheRun() {
        RunStory story =
                new RunStory(loop(3, Map.of())).begin(Map.of()).fails("LP#0/K", "E", "broken");

        assertThat(story.wire())
                .containsSubsequence("nf(K failed)", "completed(LP failed)", "wf(failed)");
        assertThat(story.finished().error()).isEqualTo("broken");
        assertThat(story.finished().exceptionsCount()).isEqualTo(1);
    }

    @Test
    void aVariableWithoutAValueIsRefused() {
        Map<String, @Nullable Object> empty = new HashMap<>();
        empty.put("label", "n");
        empty.put("var_type", "number");
        empty.put("value", null);
        RunStory story =
                new RunStory(loop(2, Map.of("loop_variables", Arrays.asList(empty))))
                        .begin(Map.of());

        assertThat(story.finished().error()).isEqualTo("Invalid value for loop variable n");
    }

    @Test
    void answersInsideAreOutputsOfTheRun() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .loop("LP", 2, Map.of())
                        .node("L", "model")
                        .answer("A", "<{{#L.text#}}>")
                        .chain("LPstart", "L", "A")
                        .inside(null)
                        .answer("Z", "!")
                        .chain("S", "LP", "Z")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .streams("LP#0/L", "a")
                        .succeeds("LP#0/L", Map.of("text", "a"))
                        .streams("LP#1/L", "b")
                        .succeeds("LP#1/L", Map.of("text", "b"));

        assertThat(story.clientText()).isEqualTo("<a><b>!");
        assertThat(story.finished().outputs()).containsEntry("answer", "<a><b>!");
    }

    private static RunEvent.RoundsFinished completed(RunStory story) {
        return story.seen().stream()
                .map(seen -> seen.event())
                .filter(RunEvent.RoundsFinished.class::isInstance)
                .map(RunEvent.RoundsFinished.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
