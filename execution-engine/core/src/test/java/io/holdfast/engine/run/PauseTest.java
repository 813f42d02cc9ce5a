package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.graph.Graph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs that wait for people (dsl.md 4.11). */
class PauseTest {

    private static Graph approval() {
        return new TestGraph()
                .node("S", "start")
                .human("HI", "Approve {{#S.q#}}?", "yes", "no")
                .answer("A1", "done")
                .answer("A2", "rejected")
                .answer("A3", "too late")
                .chain("S", "HI")
                .edge("HI", "yes", "A1")
                .edge("HI", "no", "A2")
                .edge("HI", "__timeout__", "A3")
                .compile();
    }

    @Test
    void example15HumanInput() {
        RunStory story = new RunStory(approval()).begin(Map.of("q", "it"));

        assertThat(story.wire()).containsExactly("ws", "ns(S)", "nf(S)", "ns(HI)", "paused[HI]");
        assertThat(story.machine().status()).isEqualTo(RunStatus.PAUSED);
        RunEvent.Form form = story.form("HI");
        assertThat(form.content()).isEqualTo("Approve it?");
        assertThat(form.token()).hasSize(32).isNotEqualTo(form.formId());
        assertThat(form.actions())
                .extracting(action -> action.get("id"))
                .containsExactly("yes", "no");

        int before = story.seen().size();
        story.fills("HI", "yes", Map.of());

        assertThat(story.wire().subList(before, story.seen().size()))
                .containsExactly(
                        "ws",
                        "ns(HI)",
                        "filled(HI yes)",
                        "msg \"done\"",
                        "nf(HI)",
                        "ns(A1)",
                        "nf(A1)",
                        "wf(succeeded)");
        assertThat(outputs(story, "HI"))
                .isEqualTo(
                        Map.of(
                                "__action_id",
                                "yes",
                                "__action_value",
                                "To yes",
                                "__rendered_content",
                                "Approve it?"));
    }

    @Test
    void aFormThatNobodyFillsTakesItsOwnWay() {
        RunStory story = new RunStory(approval()).begin(Map.of("q", "it")).lapses("HI");

        assertThat(story.wire()).contains("expired(HI)", "msg \"too late\"");
        assertThat(outputs(story, "HI"))
                .isEqualTo(
                        Map.of(
                                "__action_id",
                                "",
                                "__action_value",
                                "",
                                "__rendered_content",
                                "Approve it?"));
        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aPausedRunIsTheSameOnAnotherEngine() {
        RunStory story = new RunStory(approval()).begin(Map.of("q", "it"));
        RunEvent.Form form = story.form("HI");
        int facts = story.journal().size();

        story.crashes();

        assertThat(story.journal()).hasSize(facts);
        assertThat(story.machine().status()).isEqualTo(RunStatus.PAUSED);
        story.fills("HI", "no", Map.of());
        assertThat(story.wire()).contains("msg \"rejected\"");
        assertThat(story.form("HI")).isEqualTo(form);
    }

    @Test
    void aPausedRunCanBeStopped() {
        RunStory story = new RunStory(approval()).begin(Map.of("q", "it")).stops();

        assertThat(story.finished().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(story.fills("HI", "yes", Map.of()).finished().status())
                .isEqualTo(RunStatus.STOPPED);
    }

    @Test
    void whatComesAfterNodesThatRanWhileTheRunPausedWaitsToo() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .node("L", "work")
                        .human("HI", "Sure?", "yes")
                        .end("T", "o=L.text")
                        .end("E", "a=HI.__action_id")
                        .chain("S", "L", "T")
                        .chain("S", "HI")
                        .edge("HI", "yes", "E")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of());

        assertThat(story.machine().status()).isEqualTo(RunStatus.RUNNING);
        story.succeeds("L", Map.of("text", "t"));
        assertThat(story.steps())
                .containsExactly("ws", "ns(S)", "nf(S)", "ns(L)", "ns(HI)", "nf(L)", "paused[HI]");

        int before = story.steps().size();
        story.fills("HI", "yes", Map.of());
        assertThat(story.steps().subList(before, story.steps().size()))
                .containsExactly(
                        "ws",
                        "ns(HI)",
                        "filled(HI yes)",
                        "nf(HI)",
                        "ns(T)",
                        "nf(T)",
                        "ns(E)",
                        "nf(E)",
                        "wf(succeeded)");
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", "t", "a", "yes"));
    }

    @Test
    void severalFormsAreOnePauseAndEachIsFilledInItsTime() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .human("H1", "One?", "yes")
                        .human("H2", "Two?", "yes")
                        .end("E", "a=H1.__action_id", "b=H2.__action_id")
                        .chain("S", "H1")
                        .chain("S", "H2")
                        .edge("H1", "yes", "E")
                        .edge("H2", "yes", "E")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of());
        RunEvent.Form second = story.form("H2");
        assertThat(story.forms()).containsExactly("H1", "H2");

        int before = story.steps().size();
        story.after(Duration.ofHours(1)).fills("H1", "yes", Map.of());
        assertThat(story.steps().subList(before, story.steps().size()))
                .containsExactly(
                        "ws", "ns(H1)", "filled(H1 yes)", "nf(H1)", "ns(H2)", "paused[H2]");
        assertThat(story.form("H2")).as("the form is the one that was given out").isEqualTo(second);

        story.fills("H2", "yes", Map.of());
        assertThat(story.finished().outputs()).isEqualTo(Map.of("a", "yes", "b", "yes"));
    }

    @Test
    void roundsOfContainersWaitForPeopleToo() {
        Graph graph =
                new TestGraph()
                        .node("S", "start")
                        .iteration("IT", "S.items", "H.note", Map.of())
                        .human("H", "{{#IT.item#}}?", "ok")
                        .edge("ITstart", "source", "H")
                        .inside(null)
                        .end("E", "o=IT.output")
                        .chain("S", "IT", "E")
                        .compile();
        RunStory story = new RunStory(graph).begin(Map.of("items", List.of("a", "b")));

        assertThat(story.forms()).containsExactly("IT#0/H");
        assertThat(story.form("IT#0/H").content()).isEqualTo("a?");
        story.fills("IT#0/H", "ok", Map.of("note", "first"));
        assertThat(story.forms()).containsExactly("IT#1/H");
        story.crashes().fills("IT#1/H", "ok", Map.of("note", "second"));
        assertThat(story.finished().outputs()).isEqualTo(Map.of("o", List.of("first", "second")));
    }

    @Test
    void timeDoesNotCountWhileARunWaits() {
        RunStory story = new RunStory(approval()).begin(Map.of("q", "it"));

        story.after(Duration.ofHours(30)).fills("HI", "yes", Map.of());

        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.finished().elapsedSeconds()).isZero();
    }

    private static Object outputs(RunStory story, String node) {
        return story.seen().stream()
                .map(envelope -> envelope.event())
                .filter(event ->
                        event instanceof RunEvent.StepFinished step && step.nodeId().equals(node))
                .map(event -> ((RunEvent.StepFinished) event).outputs())
                .findFirst()
                .orElseThrow();
    }
}
