package io.holdfast.engine.run;

import io.holdfast.engine.node.NodeForm;
import io.holdfast.engine.node.NodeNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a node stands in a run. Each state has methods for its legal next states only. */
sealed interface StepState {

    /** Not reached yet. */
    record Waiting() implements StepState {

        Working begin(Instant at) {
            return new Working(1, 0, at, at, List.of());
        }

        Skipped skip() {
            return new Skipped();
        }
    }

    /**
     * An attempt is on its way.
     *
     * @param attempt from 1
     * @param interruptions how often this attempt was cut off since its last note
     * @param firstBegunAt when the first attempt began
     * @param begunAt when this attempt began
     * @param notes what the node has learned in this attempt
     */
    record Working(
            int attempt,
            int interruptions,
            Instant firstBegunAt,
            Instant begunAt,
            List<NodeNote> notes)
            implements StepState {

        Working interrupted(Instant at) {
            return new Working(
                    attempt,
                    interruptions + 1,
                    firstBegunAt,
                    notes.isEmpty() ? at : begunAt,
                    notes);
        }

        Working noted(NodeNote note) {
            List<NodeNote> all = new ArrayList<>(notes);
            all.add(note);
            return new Working(attempt, 0, firstBegunAt, begunAt, all);
        }

        AwaitingInput await(NodeForm form, Instant expiresAt) {
            return new AwaitingInput(this, form, expiresAt, true);
        }

        AwaitingRetry awaitRetry() {
            return new AwaitingRetry(attempt, firstBegunAt);
        }

        Finished finish() {
            return new Finished();
        }
    }

    /**
     * A form must be filled.
     *
     * @param working what the attempt was before
     * @param told whether followers know that the node waits; not so when the run goes on
     */
    record AwaitingInput(Working working, NodeForm form, Instant expiresAt, boolean told)
            implements StepState {

        AwaitingInput untold() {
            return new AwaitingInput(working, form, expiresAt, false);
        }

        /** The node goes on, as if it had just begun. */
        Working noted(NodeNote note, Instant at) {
            Working noted = working.noted(note);
            return new Working(noted.attempt(), 0, noted.firstBegunAt(), at, noted.notes());
        }
    }

    /** An attempt failed, the next has not begun. */
    record AwaitingRetry(int failedAttempts, Instant firstBegunAt) implements StepState {

        Working begin(Instant at) {
            return new Working(failedAttempts + 1, 0, firstBegunAt, at, List.of());
        }
    }

    /** Done, in whichever way. */
    record Finished() implements StepState {}

    /** Will never run. */
    record Skipped() implements StepState {}
}
