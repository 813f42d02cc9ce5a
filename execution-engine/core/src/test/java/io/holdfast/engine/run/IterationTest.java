package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.graph.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Iterations as dsl.md 4.8 has them, and the worked examples 8 to 11. */
class IterationTest {

    /** Example 8: ten divided by each item. */
    private static Graph division(Map<String, Object> more) {
        return new TestGraph()
                .node("S", "start")
                .node("C", "work")
                .iteration("IT", "C.a", "K.r", more)
                .node("K", "work")
                .chain("ITstart", "K")
                .inside(null)
                .end("E", "o=IT.output")
                .chain("S", "C", "IT", "E")
                .compile();
    }

    private static RunStory over(Graph graph, @Nullable Object... items) {
        return new RunStory(graph).begin(Map.of()).succeeds("C", Map.of("a", Arrays.asList(items)));
    }

    @Test
    void anItemAfterTheOtherIsWorkedOn() {
        RunStory story =
                over(division(Map.of()), 1L, 2L)
                        .succeeds("IT#0/K", Map.of("r", 10.0))
                        .succeeds("IT#1/K", Map.of("r", 5.0));

        assertThat(story.steps())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "ns(C)",
                        "nf(C)",
                        "started(IT)",
                        "next(IT 0)",
                        "ns(K)",
                        "nf(K)",
                        "next(IT 1)",
                        "ns(K)",
                        "nf(K)",
                        "completed(IT)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", List.of(10.0, 5.0)));
        assertThat(story.finished().totalSteps()).as("the outer ones").isEqualTo(4);
    }

    @Test
    void aStepInsideSaysWhereItStands() {
        RunStory story = over(division(Map.of()), 7L).succeeds("IT#0/K", Map.of("r", 1L));

        RunEvent.StepFinished inner =
                story.seen().stream()
                        .map(seen -> seen.event())
                        .filter(RunEvent.StepFinished.class::isInstance)
                        .map(RunEvent.StepFinished.class::cast)
                        .filter(step -> step.nodeId().equals("K"))
                        .findFirst()
                        .orElseThrow();
        assertThat(inner.iterationId()).isEqualTo("IT");
        assertThat(inner.loopId()).isNull();
        assertThat(inner.executionMetadata())
                .containsEntry("iteration_id", "IT")
                .containsEntry("iteration_index", 0L);
    }

    @Test
    void theFirstFailureEndsIt() {
        RunStory story =
                over(division(Map.of()), 1L, 0L, 2L)
                        .succeeds("IT#0/K", Map.of("r", 10.0))
                        .fails("IT#1/K", "CodeExecutionError", "division by zero");

        assertThat(story.steps().subList(5, story.steps().size()))
                .containsExactly(
                        "started(IT)",
                        "next(IT 0)",
                        "ns(K)",
                        "nf(K)",
                        "next(IT 1)",
                        "ns(K)",
                        "nf(K failed)",
                        "completed(IT failed)",
                        "wf(failed)");
        assertThat(story.finished().error()).isEqualTo("division by zero");
        assertThat(completed(story).outputs()).isEqualTo(Map.of("output", List.of(10.0)));
        assertThat(story.finished().exceptionsCount()).isEqualTo(1);
    }

    @Test
    void aFailureLeavesANullOrNothing() {
        for (String mode : List.of("continue-on-error", "remove-abnormal-output")) {
            RunStory story =
                    over(division(Map.of("error_handle_mode", mode)), 1L, 0L, 2L)
                            .succeeds("IT#0/K", Map.of("r", 10.0))
                            .fails("IT#1/K", "CodeExecutionError", "division by zero")
                            .succeeds("IT#2/K", Map.of("r", 5.0));

            assertThat(story.finished().outputs())
                    .containsEntry(
                            "o",
                            mode.startsWith("continue")
                                    ? Arrays.asList(10.0, null, 5.0)
                                    : List.of(10.0, 5.0));
            assertThat(story.wire()).as("not partial").endsWith("wf(succeeded)");
        }
    }

    @Test
    void whatIsNoListIsRefused() {
        RunStory text =
                new RunStory(division(Map.of())).begin(Map.of()).succeeds("C", Map.of("a", "no"));
        RunStory missing = new RunStory(division(Map.of())).begin(Map.of()).succeeds("C", Map.of());

        assertThat(text.finished().error())
                .isEqualTo("invalid iterator value: no, please provide a list.");
        assertThat(missing.finished().error()).isEqualTo("iterator variable ['C', 'a'] not found");
    }

    @Test
    void itemsSideBySideAreToldInTheOrderInWhichTheyEnd() {
        RunStory story =
                over(division(Map.of("is_parallel", true, "parallel_nums", 2)), 1L, 2L, 3L)
                        .succeeds("IT#1/K", Map.of("r", "second"))
                        .succeeds("IT#2/K", Map.of("r", "third"))
                        .succeeds("IT#0/K", Map.of("r", "first"));

        assertThat(story.steps().subList(5, story.steps().size()))
                .containsExactly(
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
                        "completed(IT)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs())
                .containsEntry("o", List.of("first", "second", "third"));
    }

    @Test
    void aFailureSideBySideCallsTheOthersOff() {
        RunStory story =
                over(division(Map.of("is_parallel", true, "parallel_nums", 2)), 1L, 2L, 3L)
                        .fails("IT#1/K", "E", "broken");

        assertThat(story.effects()).contains(new Effect.Cancel("IT#0/K"));
        assertThat(completed(story).outputs().get("output")).isEqualTo(Arrays.asList(null, null));
        assertThat(story.finished().error()).isEqualTo("broken");
    }

    @Test
    void answersInsideStreamItemByItem() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("C", "work")
                        .iteration("IT", "C.a", "L.text", Map.of())
                        .node("L", "model")
                        .answer("A", "{{#IT.index#}}:{{#L.text#}};")
                        .chain("ITstart", "L", "A")
                        .inside(null)
                        .answer("Z", "end {{#IT.output#}}")
                        .chain("S", "C", "IT", "Z")
                        .compile();
        RunStory story =
                over(graph, "x", "y")
                        .streams("IT#0/L", "one")
                        .succeeds("IT#0/L", Map.of("text", "one"))
                        .crashes()
                        .streams("IT#1/L", "tw")
                        .crashes()
                        .streams("IT#1/L", "two")
                        .succeeds("IT#1/L", Map.of("text", "two"));

        assertThat(story.clientText()).isEqualTo("0:one;1:two;end - one\n- two");
        assertThat(story.finished().answer()).isEqualTo(story.clientText());
        assertThat(story.wire()).contains("replace \"0:one;1:\"");
        assertThat(story.finished().outputs())
                .as("what answers inside gave is in the message alone")
                .containsEntry("answer", "end - one\n- two");
    }

    @Test
    void iterationsNest() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("C", "work")
                        .iteration("O", "C.a", "I.output", Map.of("flatten_output", false))
                        .iteration("I", "O.item", "K.r", Map.of())
                        .node("K", "work")
                        .chain("Istart", "K")
                        .inside("O")
                        .chain("Ostart", "I")
                        .inside(null)
                        .end("E", "o=O.output")
                        .chain("S", "C", "O", "E")
                        .compile();
        RunStory story =
                over(graph, List.of(1L, 2L), List.of(3L))
                        .succeeds("O#0/I#0/K", Map.of("r", "a"))
                        .crashes()
                        .succeeds("O#0/I#1/K", Map.of("r", "b"))
                        .succeeds("O#1/I#0/K", Map.of("r", "c"));

        assertThat(story.finished().outputs())
                .containsEntry("o", List.of(List.of("a", "b"), List.of("c")));
    }

    @Test
    void stepsInsideCountForTheLimit() {
        RunStory story =
                new RunStory(
                                division(Map.of()),
                                new RunLimits(6, RunLimits.DEFAULT.maxDuration(), 5))
                        .begin(Map.of())
                        .succeeds("C", Map.of("a", List.of(1L, 2L, 3L)))
                        .succeeds("IT#0/K", Map.of("r", 1L));

        assertThat(story.working()).containsExactly("IT#1/K");
        story.succeeds("IT#1/K", Map.of("r", 1L));
        assertThat(story.finished().error()).isEqualTo("Maximum execution steps exceeded: 7 > 6");
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
