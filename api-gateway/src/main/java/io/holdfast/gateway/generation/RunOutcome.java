package io.holdfast.gateway.generation;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunHandle;
import org.jspecify.annotations.Nullable;

/** What a blocking call needs of a run: who it is and how it ended. */
final class RunOutcome {

    private @Nullable RunHandle run;
    private RunEvent.@Nullable Finished finished;
    private RunEvent.@Nullable Paused paused;

    void add(RunEventEnvelope envelope) {
        if (envelope.event() instanceof RunEvent.Accepted accepted) {
            run = accepted.run();
        } else if (envelope.event() instanceof RunEvent.Finished end) {
            finished = end;
        } else if (envelope.event() instanceof RunEvent.Paused pause) {
            paused = pause;
        }
    }

    RunHandle run() {
        return present(run);
    }

    /** The pause with which the run's stream ended; null when the run has ended. */
    RunEvent.@Nullable Paused paused() {
        return finished == null ? paused : null;
    }

    RunEvent.Finished finished() {
        return present(finished);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A run's stream begins and ends as agreed");
        }
        return value;
    }
}
