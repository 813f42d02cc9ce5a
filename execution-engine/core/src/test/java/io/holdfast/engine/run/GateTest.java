package io.holdfast.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.gate.Gate;
import io.holdfast.engine.node.Admission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Those who stand before a run's graph, and those who read what it says. */
class GateTest {

    private static final String FIRST = "#gate/first";
    private static final String SECOND = "#gate/second";
    private static final String EXIT = "#exit";
    private static final UUID ID = new UUID(1, 2);

    private final TestGraph graph =
            new TestGraph()
                    .node("s", "start")
                    .node("m", "model")
                    .answer("a", "{{#m.text#}}")
                    .edge("s", "source", "m")
                    .edge("m", "source", "a");

    private RunStory story(Gate gate) {
        return new RunStory(new Program(graph.compile(), gate), RunLimits.DEFAULT);
    }

    private RunStory guarded() {
        return story(new Gate(List.of(new AskingCheck("first"), new AskingCheck("second")), null));
    }

    private RunStory read() {
        return story(new Gate(List.of(), new AskingReader()));
    }

    private static RunStart asking(String query) {
        return RunStory.start("advanced-chat", Map.of("name", "Ada"))
                .withValues(Map.of("name", "Ada"), query);
    }

    @Test
    void theGraphBeginsWhenAllHaveLetTheRunPass() {
        RunStory story = guarded().begin(asking("hi"));
        assertThat(story.working()).containsExactly(FIRST);
        assertThat(story.wire()).isEmpty();

        story.judges(FIRST, new Admission.Passed());
        assertThat(story.working()).containsExactly(SECOND);
        story.judges(SECOND, new Admission.Passed());

        assertThat(story.working()).containsExactly("m");
        assertThat(story.wire()).containsExactly("ws", "ns(s)", "nf(s)", "ns(m)");
    }

    @Test
    void whoHasNothingToAskIsNotAsked() {
        RunStory story = guarded();
        story.handle(
                new RunCommand.Accept(
                        asking("hi"), Set.of("first", "second"), java.time.Instant.EPOCH));
        assertThat(story.working()).containsExactly("m");
    }

    @Test
    void anAnswerInThePlaceOfTheGraphEndsTheRun() {
        RunStory story = guarded().begin(asking("hi"));
        RunEvent.Annotation annotation = new RunEvent.Annotation(ID, ID, "API");
        story.judges(FIRST, new Admission.Answered("Not here.", annotation));

        assertThat(story.wire()).containsExactly("msg \"Not here.\"", "wf(succeeded)");
        assertThat(story.finished().answer()).isEqualTo("Not here.");
        assertThat(story.finished().annotation()).isEqualTo(annotation);
        assertThat(story.finished().isEarly()).isTrue();
        assertThat(story.working()).isEmpty();
    }

    @Test
    void aRunGoesOnWithWhatWasPutInThePlaceOfItsValues() {
        RunStory story = guarded().begin(asking("a bad word"));
        story.judges(FIRST, new Admission.Replaced(Map.of("name", "***"), "a word"));
        assertThat(story.asks(SECOND)).isEqualTo(new AskingCheck.Question("a word"));
        story.judges(SECOND, new Admission.Passed());

        RunEvent.Started started = (RunEvent.Started) story.seen().getFirst().event();
        assertThat(started.inputs())
                .containsEntry("name", "***")
                .containsEntry("sys.query", "a word");
    }

    @Test
    void aCheckThatFailsFailsTheRunBeforeItBegins() {
        RunStory story = guarded().begin(asking("hi")).fails(FIRST, "ValueError", "out of reach");
        assertThat(story.wire()).containsExactly("wf(failed)");
        assertThat(story.finished().error()).isEqualTo("out of reach");
        assertThat(story.finished().isEarly()).isTrue();
    }

    @Test
    void whatWasAnsweredBeforeACrashIsNotAskedAgain() {
        RunStory story = guarded().begin(asking("hi")).judges(FIRST, new Admission.Passed());
        story.crashes();
        assertThat(story.working()).containsExactly(SECOND);
        story.cutsOff(SECOND).judges(SECOND, new Admission.Passed()).crashes();
        assertThat(story.working()).containsExactly("m");
    }

    @Test
    void aRunThatIsStoppedAtTheGateEndsThere() {
        RunStory story = guarded().begin(asking("hi")).stops();
        assertThat(story.finished().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(story.effects()).contains(new Effect.Cancel(FIRST));
        story.judges(FIRST, new Admission.Passed());
        assertThat(story.wire()).containsExactly("wf(stopped)");
    }

    @Test
    void whatARunSaysIsReadOnceMoreBeforeItEnds() {
        RunStory story = read().begin(asking("hi"));
        story.streams("m", "short").succeeds("m", Map.of("text", "short"));
        assertThat(story.working()).containsExactly(EXIT);
        assertThat(story.machine().status()).isEqualTo(RunStatus.RUNNING);

        story.crashes().judges(EXIT, new Admission.Answered("Let us change the topic.", null));
        assertThat(story.clientText()).isEqualTo("Let us change the topic.");
        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(story.finished().answer()).isEqualTo("Let us change the topic.");
    }

    @Test
    void aLongAnswerIsReadWhileItIsSaid() {
        RunStory story = read().begin(asking("hi")).streams("m", "x".repeat(299));
        assertThat(story.working()).containsExactly("m");
        story.streams("m", "y");
        assertThat(story.asks(EXIT)).isEqualTo(new AskingCheck.Question("x".repeat(299) + "y"));
        story.streams("m", " more");

        story.judges(EXIT, new Admission.Answered("Stop.", null));
        assertThat(story.clientText()).isEqualTo("Stop.");
        assertThat(story.finished().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(story.effects()).contains(new Effect.Cancel("m"));
    }

    @Test
    void otherWordsTakeThePlaceOfWhatWasReadAndMoreFollows() {
        RunStory story = read().begin(asking("hi")).streams("m", "x".repeat(300), " more");
        story.judges(EXIT, new Admission.Rewritten("[]"));
        assertThat(story.clientText()).isEqualTo("[] more");
        story.succeeds("m", Map.of("text", "all"));
        assertThat(story.asks(EXIT)).isEqualTo(new AskingCheck.Question("[] more"));
        story.judges(EXIT, new Admission.Passed());
        assertThat(story.finished().answer()).isEqualTo("[] more");
    }

    @Test
    void whoCannotReadHasNothingAgainstIt() {
        RunStory story = read().begin(asking("hi")).streams("m", "fine");
        story.succeeds("m", Map.of("text", "fine")).fails(EXIT, "E", "out of reach");
        assertThat(story.finished().answer()).isEqualTo("fine");
        assertThat(story.finished().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
}
