package io.holdfast.engine.conformance;

import static io.holdfast.engine.conformance.AppFile.condition;
import static io.holdfast.engine.conformance.AppFile.workflow;
import static io.holdfast.engine.conformance.Replies.raised;
import static io.holdfast.engine.conformance.Replies.returned;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.node.code.CodeRequest;
import io.holdfast.engine.run.RunStory;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Iterations and loops (dsl.md 7.1.24 to 7.1.27, 7.2.8 to 7.2.12). */
class ContainersConformanceTest {

    private static final String CONTINUE = "'error_handle_mode': 'continue-on-error'";
    private static final String REMOVE = "'error_handle_mode': 'remove-abnormal-output'";
    private static final String COUNT_UP =
            "'version': '2', 'items': [{'variable_selector': ['LP', 'n'],"
                    + " 'input_type': 'constant', 'operation': '+=', 'value': 1}]";

    @Test
    void point24_oneLevelIsFlattenedIfAllAreLists() {
        assertThat(flattened("", "['a']", "['b', 'c']", "null")).isEqualTo(List.of("a", "b", "c"));
        assertThat(flattened("", "'a'", "['b']")).isEqualTo(List.of("a", List.of("b")));
    }

    @Test
    void point25_legitimateNullsGoSideBySideAndStayOneByOne() {
        String parallel = REMOVE + ", 'is_parallel': true, 'parallel_nums': 2";
        RunStory beside = iteration("[1, 2]", parallel);
        beside.replies("IT#0/K", returned("{'r': {'v': null}}"));
        beside.replies("IT#1/K", returned("{'r': {'v': 1}}"));
        assertThat(beside.finished().outputs()).isEqualTo(Map.of("o", List.of(1L)));

        RunStory after = iteration("[1, 2]", REMOVE);
        after.replies("IT#0/K", returned("{'r': {'v': null}}"));
        after.replies("IT#1/K", returned("{'r': {'v': 1}}"));
        assertThat(after.finished().outputs()).isEqualTo(Map.of("o", Arrays.asList(null, 1L)));
    }

    @Test
    void point26_whatAnIterationComputesInsideStaysInside() {
        RunStory story =
                workflow()
                        .start()
                        .code("C", "a:array[number]")
                        .iteration("IT", "C.a", "K.r")
                        .code("K", "r:number")
                        .chain("ITstart", "K")
                        .outside()
                        .end("E", "inner=K.r", "o=IT.output")
                        .chain("S", "C", "IT", "E")
                        .run()
                        .replies("C", returned("{'a': [1]}"))
                        .replies("IT#0/K", returned("{'r': 7}"));
        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("inner", null);
        expected.put("o", List.of(7L));

        assertThat(story.finished().outputs()).isEqualTo(expected);
    }

    @Test
    void point26_whatALoopComputesInsideIsSeenOutsideAndForgottenByTheNextRound() {
        RunStory story =
                workflow()
                        .start()
                        .loop("LP", 2)
                        .code(
                                "K",
                                "r:number",
                                "'variables': [{'variable': 'v', 'value_selector': ['K', 'r']}]")
                        .chain("LPstart", "K")
                        .outside()
                        .end("E", "inner=K.r")
                        .chain("S", "LP", "E")
                        .run();
        for (long round = 1; round <= 2; round++) {
            String inside = story.working().getFirst();
            assertThat(((CodeRequest) story.asks(inside)).inputs())
                    .as("round %d", round)
                    .isEqualTo(Collections.singletonMap("v", null));
            story.replies(inside, returned("{'r': " + round * 10 + "}"));
        }

        assertThat(story.finished().outputs()).isEqualTo(Map.of("inner", 20L));
    }

    @Test
    void point27_aConditionThatCannotBeToldIsPassedOverBeforeTheFirstRoundAlone() {
        RunStory story = leaving(condition("K.r", "=", "1"));
        assertThat(story.working()).hasSize(1);
        story.replies(story.working().getFirst(), returned("{'r': 1}"));
        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", 1L));

        RunStory wrong = leaving(condition("K.r", "is", "1"));
        wrong.replies(wrong.working().getFirst(), returned("{'r': 1}"));
        assertThat(wrong.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(wrong.finished().error()).contains("Invalid actual value type");
    }

    @Test
    void point27_loopEndLetsTheRoundFinish() {
        RunStory story =
                workflow()
                        .start()
                        .loop("LP", 5)
                        .node("X", "loop-end", "")
                        .code("K", "r:number")
                        .chain("LPstart", "X")
                        .chain("LPstart", "K")
                        .outside()
                        .end("E", "r=LP.loop_round", "k=K.r")
                        .chain("S", "LP", "E")
                        .run();
        assertThat(story.working()).as("the round goes on").hasSize(1);
        story.replies(story.working().getFirst(), returned("{'r': 7}"));

        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", 1L, "k", 7L));
    }

    private static RunStory leaving(String condition) {
        return workflow()
                .start()
                .loop(
                        "LP",
                        5,
                        "'logical_operator': 'and'",
                        "'break_conditions': [" + condition + "]")
                .code("K", "r:number")
                .chain("LPstart", "K")
                .outside()
                .end("E", "r=LP.loop_round")
                .chain("S", "LP", "E")
                .run();
    }

    @Test
    void point27_reachingTheCountIsSuccessAndIsFollowedByANext() {
        RunStory story = loop("0", 2);

        assertThat(story.wire()).containsSubsequence("next(LP 1)", "next(LP 2)", "completed(LP)");
        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", 2L, "n", 2L));
    }

    @Test
    void example08_aSequentialIterationWithAnError() {
        RunStory ended = tens("");
        assertThat(ended.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(ended.wire())
                .containsSubsequence(
                        "started(IT)",
                        "next(IT 0)",
                        "nf(K)",
                        "next(IT 1)",
                        "nf(K failed)",
                        "completed(IT failed)",
                        "wf(failed)");
        RunStory goesOn = tens(CONTINUE).replies("IT#2/K", returned("{'r': {'v': 5.0}}"));
        assertThat(goesOn.finished().outputs())
                .isEqualTo(Map.of("o", Arrays.asList(10.0, null, 5.0)));
        assertThat(goesOn.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        RunStory drops = tens(REMOVE).replies("IT#2/K", returned("{'r': {'v': 5.0}}"));
        assertThat(drops.finished().outputs()).isEqualTo(Map.of("o", List.of(10.0, 5.0)));
    }

    @Test
    void example09_flatten() {
        String off = "'flatten_output': false";
        assertThat(flattened(off, "['a']", "['b', 'c']", "null"))
                .isEqualTo(Arrays.asList(List.of("a"), List.of("b", "c"), null));
        assertThat(flattened(off, "'a'", "['b']")).isEqualTo(List.of("a", List.of("b")));
        assertThat(flattened("'flatten_output': true", "['a']", "['b', 'c']", "null"))
                .isEqualTo(List.of("a", "b", "c"));
    }

    @Test
    void example10_anEmptyIteration() {
        RunStory story = iteration("[]", "");

        assertThat(story.steps())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "ns(C)",
                        "nf(C)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", List.of()));
    }

    @Test
    void example11_theOrderOfAParallelIteration() {
        RunStory story = iteration("[1, 2, 3]", "'is_parallel': true, 'parallel_nums': 2");
        assertThat(story.working()).containsExactly("IT#0/K", "IT#1/K");

        story.replies("IT#1/K", returned("{'r': {'v': 2}}"));
        story.replies("IT#2/K", returned("{'r': {'v': 3}}"));
        story.replies("IT#0/K", returned("{'r': {'v': 1}}"));
        assertThat(story.wire())
                .containsSubsequence(
                        "started(IT)",
                        "next(IT 0)",
                        "next(IT 1)",
                        "next(IT 2)",
                        "ns(K)",
                        "nf(K)",
                        "ns(K)",
                        "nf(K)",
                        "ns(K)",
                        "nf(K)",
                        "completed(IT)");
        assertThat(results(story)).containsExactly("{r={v=2}}", "{r={v=3}}", "{r={v=1}}");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", List.of(1L, 2L, 3L)));
    }

    /** What K found, in the order in which it is told. */
    private static List<String> results(RunStory story) {
        return events(story, RunEvent.StepFinished.class).stream()
                .filter(step -> step.nodeId().equals("K"))
                .map(step -> String.valueOf(step.outputs()))
                .toList();
    }

    @Test
    void example12_aLoopWithACounter() {
        RunStory story = loop("0", 5);
        assertThat(story.steps())
                .containsSubsequence(
                        "started(LP)",
                        "nf(AS)",
                        "next(LP 1)",
                        "nf(AS)",
                        "next(LP 2)",
                        "nf(AS)",
                        "completed(LP)")
                .doesNotContain("next(LP 3)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("r", 3L, "n", 3L));
        assertThat(events(story, RunEvent.RoundsStarted.class))
                .singleElement()
                .satisfies(started ->
                        assertThat(started.inputs()).isEqualTo(Map.of("loop_count", 5L, "n", 0L)));
        assertThat(events(story, RunEvent.RoundsFinished.class))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.steps()).isEqualTo(5);
                    assertThat(ended.outputs()).isEqualTo(Map.of("n", 3L, "loop_round", 3L));
                    assertThat(ended.executionMetadata())
                            .containsEntry("completed_reason", "loop_break");
                });
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("r", null);
        none.put("n", 3L);
        assertThat(loop("3", 5).finished().outputs()).isEqualTo(none);
    }

    private static <E extends RunEvent> List<E> events(RunStory story, Class<E> type) {
        return story.seen().stream()
                .map(RunEventEnvelope::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static RunStory loop(String first, int count) {
        return workflow()
                .start()
                .loop(
                        "LP",
                        count,
                        "'loop_variables': [{'label': 'n', 'var_type': 'number', 'value_type':"
                                + " 'constant', 'value': %s}]".formatted(first),
                        "'logical_operator': 'and'",
                        "'break_conditions': [" + condition("LP.n", "≥", "3") + "]")
                .node("AS", "assigner", COUNT_UP)
                .chain("LPstart", "AS")
                .outside()
                .end("E", "r=LP.loop_round", "n=LP.n")
                .chain("S", "LP", "E")
                .run();
    }

    private static RunStory tens(String mode) {
        return iteration("[1, 0, 2]", mode)
                .replies("IT#0/K", returned("{'r': {'v': 10.0}}"))
                .replies("IT#1/K", raised("division by zero"));
    }

    private static @Nullable Object flattened(String more, String... results) {
        RunStory story = iteration(Arrays.toString(new int[results.length]), more);
        for (int i = 0; i < results.length; i++) {
            story.replies("IT#" + i + "/K", returned("{'r': {'v': " + results[i] + "}}"));
        }
        return story.finished().outputs().get("o");
    }

    /** Each item is worked on by K, whose result is r.v. */
    private static RunStory iteration(String items, String more) {
        return workflow()
                .start()
                .code("C", "a:array[number]")
                .iteration(
                        "IT", "C.a", "K.r.v", more.isEmpty() ? new String[0] : new String[] {more})
                .code("K", "r:object")
                .chain("ITstart", "K")
                .outside()
                .end("E", "o=IT.output")
                .chain("S", "C", "IT", "E")
                .run()
                .replies("C", returned("{'a': " + items + "}"));
    }
}
