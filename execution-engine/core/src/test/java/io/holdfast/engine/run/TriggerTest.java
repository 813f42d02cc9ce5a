package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.graph.Graph;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs that begin at one of several triggers (dsl.md 1.11). */
class TriggerTest {

    private static Graph graph() {
        return new TestGraph()
                .node("T1", "trigger-schedule")
                .node("T2", "trigger-schedule")
                .node("A", "work")
                .node("B", "work")
                .node("J", "work")
                .end("E", "who=T2.who", "when=T2.sys.timestamp")
                .chain("T1", "A", "J")
                .chain("T2", "B", "J", "E")
                .compile();
    }

    @Test
    void theTriggerThatFiredIsTheRootAndWhatOnlyOthersLeadToIsSkipped() {
        RunStory story = new RunStory(graph());
        story.fires("T2", Map.of("who", "the hook"));

        story.succeeds("B", Map.of()).succeeds("J", Map.of());

        assertThat(story.steps())
                .containsExactly(
                        "ws",
                        "ns(T2)",
                        "nf(T2)",
                        "ns(B)",
                        "nf(B)",
                        "ns(J)",
                        "nf(J)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).containsEntry("who", "the hook");
    }

    @Test
    void anotherEngineBeginsAtTheSameTrigger() {
        RunStory story = new RunStory(graph());
        story.fires("T2", Map.of()).crashes().succeeds("B", Map.of()).succeeds("J", Map.of());

        assertThat(story.steps()).contains("wf(succeeded)").doesNotContain("ns(A)");
    }

    @Test
    void withoutOneThatFiredTheFirstIsTheRoot() {
        RunStory story = new RunStory(graph()).begin(Map.of());

        assertThat(story.steps()).contains("ns(T1)", "ns(A)").doesNotContain("ns(B)");
    }
}
