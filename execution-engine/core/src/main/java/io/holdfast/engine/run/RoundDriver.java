package io.holdfast.engine.run;

import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.NodeOutcome;
import java.time.Instant;

/** Drives containers from one round to the next (dsl.md 4.8, 4.9). */
final class RoundDriver {

    private final RunFold fold;
    private final Transcript transcript;
    private final Concluder concluder;

    /** Takes the outcome of a container that is done. */
    @FunctionalInterface
    interface Concluder {

        void conclude(Step step, StepState.Working working, NodeOutcome outcome, Instant at);
    }

    RoundDriver(RunFold fold, Transcript transcript, Concluder concluder) {
        this.fold = fold;
        this.transcript = transcript;
        this.concluder = concluder;
    }

    /** Lets a container do what is next: begin rounds, wait for them, or end. */
    void advance(Step container, Instant at) {
        ContainerLogic logic = ContainerState.logic(container);
        while (fold.containers().find(container).isPresent()) {
            ContainerLogic.Rounds rounds = fold.containers().find(container).orElseThrow().rounds();
            switch (logic.decide(rounds, container.frame().pool())) {
                case ContainerLogic.Decision.Begin(int index) ->
                        transcript.record(new JournalEvent.RoundBegun(container.path(), index, at));
                case ContainerLogic.Decision.Wait _ -> {
                    return;
                }
                case ContainerLogic.Decision.Finish(NodeOutcome outcome) -> {
                    cancelWithin(container.path() + "#");
                    if (container.state() instanceof StepState.Working working) {
                        concluder.conclude(container, working, outcome, at);
                    }
                    return;
                }
            }
        }
    }

    void end(Frame.Place place, Instant at) {
        Step container = place.container();
        String path = Containers.roundPath(container, place.index());
        Frame frame = fold.frames().find(path).orElseThrow();
        cancelWithin(path + "/");
        transcript.record(
                new JournalEvent.RoundEnded(
                        container.path(),
                        place.index(),
                        ContainerState.logic(container).judge(frame.isLeft(), frame.pool()),
                        frame.error(),
                        at));
        advance(container, at);
    }

    /** Nobody waits any more for what works in a round. */
    private void cancelWithin(String prefix) {
        fold.frames()
                .workingWithin(prefix)
                .forEach(step -> {
                    transcript.drop(effect ->
                            effect instanceof Effect.Execute execute
                                    && execute.nodeId().equals(step.path()));
                    transcript.due(new Effect.Cancel(step.path()));
                });
    }
}
