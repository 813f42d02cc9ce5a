package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of dsl.md 4; its worked examples are played as whole apps. */
class RunMachineTest {

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
