package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose node fails: the rules of dsl.md 4 on errors. */
class RunFailureTest {

    @Test
    void aFailureWithoutStrategyEndsTheRunAtOnce() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("A", "work")
                        .node("B", "work")
                        .end("E", "a=A.v")
                        .chain("S", "A", "E")
                        .chain("S", "B", "E")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of()).fails("A", "SomeError", "broken");

        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.finished().error()).isEqualTo("broken");
        assertThat(story.wire()).endsWith("nf(A failed)", "wf(failed)");
        assertThat(story.effects()).contains(new Effect.Cancel("B"));
        story.succeeds("B", Map.of());
        assertThat(story.wire()).endsWith("wf(failed)");
    }

    @Test
    void retriesAreCountedAndGiveUp() {
        ErrorPolicy twice =
                new ErrorPolicy(ErrorPolicy.Strategy.NONE, Map.of(), 2, Duration.ofMillis(100));
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("H", "work", Map.of(), twice)
                        .end("E", "c=H.c")
                        .chain("S", "H", "E")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .fails("H", "E", "404")
                        .retries("H")
                        .fails("H", "E", "404")
                        .retries("H")
                        .fails("H", "E", "404");

        assertThat(story.wire())
                .containsExactly(
                        "ws",
                        "ns(S)",
                        "nf(S)",
                        "ns(H)",
                        "retry(H 1)",
                        "retry(H 2)",
                        "nf(H failed)",
                        "wf(failed)");
        assertThat(story.finished().exceptionsCount()).isEqualTo(3);
        assertThat(story.finished().totalSteps()).isEqualTo(4);
        assertThat(story.effects()).contains(new Effect.RetryAfter("H", Duration.ofMillis(100)));
    }

    @Test
    void aRepairedNodeMakesTheRunPartiallySuccessful() {
        ErrorPolicy once = new ErrorPolicy(ErrorPolicy.Strategy.NONE, Map.of(), 1, Duration.ZERO);
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("H", "model", Map.of(), once)
                        .answer("A", "> {{#H.text#}}")
                        .chain("S", "H", "A")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .streams("H", "half")
                        .fails("H", "E", "cut")
                        .retries("H")
                        .streams("H", "whole")
                        .succeeds("H", Map.of("text", "whole"));

        assertThat(story.finished().status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(story.clientText()).isEqualTo("> whole");
        assertThat(story.finished().answer()).isEqualTo("> whole");
    }
}
