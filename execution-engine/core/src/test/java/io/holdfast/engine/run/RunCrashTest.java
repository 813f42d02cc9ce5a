package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.dsl.ErrorPolicy;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
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
                .extracting(effect -> ((Effect.Execute) effect).callId())
                .hasSize(3)
                .containsOnly(story.journal().isEmpty() ? "" : executionIdOf(story));
    }

    private static String executionIdOf(RunStory story) {
        return story.effects().stream()
                .filter(Effect.Execute.class::isInstance)
                .map(effect -> ((Effect.Execute) effect).callId())
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

    @Test
    void whatANodeHasLearnedIsNotAskedAgainAndItsTextStays() {
        RunStory story =
                new RunStory(thinking())
                        .begin(Map.of())
                        .streams("A", "one ")
                        .notes("A", Map.of("learned", 1L))
                        .streams("A", "tw")
                        .crashes()
                        .streams("A", "two ")
                        .notes("A", Map.of("learned", 2L))
                        .crashes()
                        .succeeds("A", Map.of("text", "one two "));

        assertThat(story.clientText()).isEqualTo("one two ");
        assertThat(story.wire()).containsOnlyOnce("replace \"one \"");
        assertThat(story.wire())
                .containsSubsequence("ns(A)", "log(A Note 1)", "log(A Note 2)", "nf(A)");
        assertThat(story.journal()).filteredOn(JournalEvent.Noted.class::isInstance).hasSize(2);
    }

    @Test
    void eachThingThatANodeAsksHasAKeyOfItsOwn() {
        RunStory story =
                new RunStory(thinking())
                        .begin(Map.of())
                        .notes("A", Map.of())
                        .crashes()
                        .notes("A", Map.of());

        assertThat(story.effects())
                .filteredOn(Effect.Execute.class::isInstance)
                .extracting(effect -> ((Effect.Execute) effect).callId())
                .hasSize(4)
                .satisfies(ids -> assertThat(ids.get(1)).isEqualTo(ids.get(2)))
                .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(3));
    }

    @Test
    void textThatWaitsForItsTurnIsSettledToo() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("L", "model")
                        .node("A", "agent")
                        .answer("X", "{{#L.text#}}")
                        .answer("Z", "{{#A.text#}}")
                        .chain("S", "L", "X")
                        .chain("S", "A", "Z")
                        .compile();
        RunStory story =
                new RunStory(graph)
                        .begin(Map.of())
                        .streams("A", "one ")
                        .notes("A", Map.of())
                        .streams("A", "tw")
                        .succeeds("L", Map.of("text", "First "))
                        .crashes()
                        .streams("A", "two")
                        .succeeds("A", Map.of("text", "one two"));

        assertThat(story.clientText()).isEqualTo("First one two");
    }

    private static Graph thinking() {
        return new TestGraph()
                .node("S", "start")
                .node("A", "agent")
                .answer("Z", "{{#A.text#}}")
                .chain("S", "A", "Z")
                .compile();
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
