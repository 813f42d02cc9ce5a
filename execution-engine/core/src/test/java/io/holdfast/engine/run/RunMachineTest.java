package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of dsl.md 7.2 and the rules of its section 4. */
class RunMachineTest {

    @Test
    void aLinearWorkflowStreamsAndEnds() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("L", "model")
                        .end("E", "out=L.text")
                        .chain("S", "L", "E")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of("q", "hi"))
                        .streams("L", "Hel", "lo")
                        .succeeds("L", Map.of("text", "Hello"));

        assertThat(story.wire())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "ns(L)",
                        "msg \"Hel\"",
                        "msg \"lo\"",
                        "msg \"\"",
                        "nf(L)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("out", "Hello"));
        assertThat(story.finished().totalSteps()).isEqualTo(3);
    }

    @Test
    void literalTextGoesOutBeforeAnyNodeHasRun() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("L", "model")
                        .answer("A", "Bot: {{#L.text#}}!")
                        .chain("S", "L", "A")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .streams("L", "4")
                        .succeeds("L", Map.of("text", "4"));

        assertThat(story.wire())
                .containsExactly(
                        "ws",
                        "msg \"Bot: \"",
                        "ns(S)",
                        "nf(S)",
                        "ns(L)",
                        "msg \"4\"",
                        "msg \"\"",
                        "msg \"!\"",
                        "nf(L)",
                        "ns(A)",
                        "nf(A)",
                        "wf(succeeded)");
        assertThat(story.finished().answer()).isEqualTo("Bot: 4!");
        assertThat(story.finished().outputs()).containsEntry("answer", "Bot: 4!");
    }

    @Test
    void aJoinAfterABranchRunsOnce() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("I", "branch")
                        .node("C1", "work")
                        .node("C2", "work")
                        .node(
                                "G",
                                "aggregator",
                                Map.of(
                                        "variables",
                                        List.of(List.of("C1", "r"), List.of("C2", "r"))),
                                ErrorPolicy.NONE)
                        .end("E", "o=G.output")
                        .chain("S", "I")
                        .edge("I", "true", "C1")
                        .edge("I", "false", "C2")
                        .chain("C1", "G", "E")
                        .chain("C2", "G")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of()).chooses("I", "false");

        assertThat(story.working()).containsExactly("C2");
        story.succeeds("C2", Map.of("r", "small"));
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", "small"));
        assertThat(story.wire()).doesNotContain("ns(C1)").containsOnlyOnce("ns(G)");
    }

    @Test
    void aJoinAfterParallelBranchesWaitsForAll() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("A", "work")
                        .node("B", "work")
                        .end("E", "a=A.v", "b=B.v")
                        .chain("S", "A", "E")
                        .chain("S", "B", "E")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of()).succeeds("B", Map.of("v", 2L));

        assertThat(story.wire()).doesNotContain("ns(E)");
        story.succeeds("A", Map.of("v", 1L));
        assertThat(story.finished().outputs()).isEqualTo(Map.of("a", 1L, "b", 2L));
    }

    @Test
    void twoAnswersAreShownOneAfterTheOther() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("L1", "model")
                        .node("L2", "model")
                        .answer("A1", "1:{{#L1.text#}} ")
                        .answer("A2", "2:{{#L2.text#}}")
                        .chain("S", "L1", "A1")
                        .chain("S", "L2", "A2")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .streams("L2", "b")
                        .succeeds("L2", Map.of("text", "b"))
                        .streams("L1", "a")
                        .succeeds("L1", Map.of("text", "a"));

        assertThat(story.clientText()).isEqualTo("1:a 2:b");
        assertThat(story.finished().answer()).isEqualTo("1:a 2:b");
        assertThat(story.finished().outputs()).containsEntry("answer", "2:b1:a ");
    }

    @Test
    void anAnswerBehindABranchWaitsUntilTheBranchHasChosen() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("I", "branch")
                        .answer("A1", "yes")
                        .answer("A2", "no")
                        .chain("S", "I")
                        .edge("I", "true", "A1")
                        .edge("I", "false", "A2")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of());

        assertThat(story.clientText()).isEmpty();
        story.chooses("I", "true");
        assertThat(story.wire())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "ns(I)",
                        "msg \"yes\"",
                        "nf(I)",
                        "ns(A1)",
                        "nf(A1)",
                        "wf(succeeded)");
    }

    @Test
    void aReferenceToNothingStallsTheStreamButNotTheOutputs() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .answer("A", "x {{#nobody.text#}} y")
                        .chain("S", "A")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of());

        assertThat(story.clientText()).isEqualTo("x ");
        assertThat(story.finished().outputs()).containsEntry("answer", "x nobody.text y");
    }

    @Test
    void aBranchWithoutAMatchingEdgeEndsItsPathOnly() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("I", "branch")
                        .answer("A", "never")
                        .chain("S", "I")
                        .edge("I", "true", "A")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of()).chooses("I", "false");

        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.finished().outputs()).isEmpty();
    }

    @Test
    void aStoppedRunStartsNothingMore() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("A", "work")
                        .end("E", "a=A.v")
                        .chain("S", "A", "E")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of()).stops().succeeds("A", Map.of());

        assertThat(story.finished().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(story.finished().error()).isEqualTo("Stopped by user.");
        assertThat(story.wire()).endsWith("ns(A)", "wf(stopped)");
    }

    @Test
    void moreStepsThanAllowedFailTheRun() {
        TestGraph graph = new TestGraph().node("S", "start");
        String before = "S";
        for (int i = 1; i <= 10; i++) {
            graph.node("A" + i, "aggregator").chain(before, "A" + i);
            before = "A" + i;
        }
        RunLimits ten = new RunLimits(10, Duration.ofMinutes(20), 5);
        RunStory story = new RunStory(graph.compile(), ten).begin(Map.of());

        assertThat(story.finished().error()).isEqualTo("Maximum execution steps exceeded: 11 > 10");
        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void aRunThatTakesTooLongFails() {
        Graph graph =
                new TestGraph().node("S", "start").node("A", "work").chain("S", "A").compile();
        RunStory story = new RunStory(graph).begin(Map.of()).after(Duration.ofMillis(1_200_310));

        assertThat(story.finished().error())
                .isEqualTo("Maximum execution time exceeded: 1200.31s > 1200s");
    }

    @Test
    void systemValuesAreFoundUnderTheStartNodeToo() {
        Map<String, Object> output =
                Map.of("variable", "who", "value_selector", List.of("S", "sys.user_id"));
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("E", "end", Map.of("outputs", List.of(output)), ErrorPolicy.NONE)
                        .chain("S", "E")
                        .compile();

        assertThat(new RunStory(graph).begin(Map.of("q", "hi")).finished().outputs())
                .isEqualTo(Map.of("who", "somebody"));
    }
}
