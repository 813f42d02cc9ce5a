package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run whose engine dies in the middle. */
class RunCrashTest {

    @Test
    void aCrashInTheMiddleOfAStepReplacesItsText() {
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
                        .streams("L", "par", "tial")
                        .crashes()
                        .streams("L", "whole")
                        .succeeds("L", Map.of("text", "whole"));

        assertThat(story.wire()).contains("replace \"Bot: \"").containsOnlyOnce("ns(L)");
        assertThat(story.clientText()).isEqualTo("Bot: whole!");
        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aStepKeepsItsExecutionIdOverAttemptsAndCrashes() {
        ErrorPolicy once = new ErrorPolicy(ErrorPolicy.Strategy.NONE, Map.of(), 1, Duration.ZERO);
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("A", "work", Map.of(), once)
                        .chain("S", "A")
                        .compile();
        RunStory story =
                new RunStory(graph).begin(Map.of()).crashes().fails("A", "E", "x").retries("A");

        assertThat(story.effects())
                .filteredOn(Effect.Execute.class::isInstance)
                .extracting(effect -> ((Effect.Execute) effect).executionId())
                .hasSize(3)
                .containsOnly(story.journal().isEmpty() ? "" : executionIdOf(story));
    }

    private static String executionIdOf(RunStory story) {
        return story.effects().stream()
                .filter(Effect.Execute.class::isInstance)
                .map(effect -> ((Effect.Execute) effect).executionId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStepThatKeepsKillingItsEngineFailsInTheEnd() {
        Graph graph =
                new TestGraph().node("S", "start").node("A", "work").chain("S", "A").compile();
        RunStory story = new RunStory(graph).begin(Map.of());
        for (int i = 0; i <= RunLimits.DEFAULT.maxInterruptions(); i++) {
            story.crashes();
        }

        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.finished().error()).contains("interrupted 6 times");
    }

    @Test
    void aStepWhoseHelperDiesIsDoneAgainAndTheTextBeginsAnew() {
        RunStory story = new RunStory(answering()).begin(Map.of()).streams("A", "Hel").cutsOff("A");

        assertThat(story.working()).containsExactly("A");
        story.streams("A", "Hello").succeeds("A", Map.of("text", "Hello"));

        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.clientText()).isEqualTo("Hello");
    }

    @Test
    void aStepThatKeepsKillingItsHelperFailsInTheEnd() {
        RunStory story = new RunStory(answering()).begin(Map.of());
        for (int i = 0; i <= RunLimits.DEFAULT.maxInterruptions(); i++) {
            story.cutsOff("A");
        }

        assertThat(story.finished().status()).isEqualTo(RunStatus.FAILED);
        assertThat(story.finished().errorType()).isEqualTo("StepInterrupted");
    }

    private static Graph answering() {
        return new TestGraph()
                .node("S", "start")
                .node("A", "model")
                .answer("Z", "{{#A.text#}}")
                .chain("S", "A", "Z")
                .compile();
    }
}
