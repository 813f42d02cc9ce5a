package io.holdfast.gateway.engine;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a run was followed. Used by one event loop at a time. */
final class RunPosition {

    private static final long NOTHING_SEEN = -1;

    private long last = NOTHING_SEEN;
    private @Nullable UUID runId;
    private boolean finished;

    /**
     * Whether the event is the next one; false when it was seen before.
     *
     * @throws BrokenStreamException when events are missing before it
     */
    boolean advance(RunEventEnvelope event) {
        if (event.seq() <= last) {
            return false;
        }
        if (event.seq() != last + 1) {
            throw new BrokenStreamException("After event " + last + " came " + event.seq());
        }
        last = event.seq();
        if (event.event() instanceof RunEvent.Accepted accepted) {
            runId = accepted.run().runId();
        }
        finished =
                finished
                        || event.event() instanceof RunEvent.Finished
                        || event.event() instanceof RunEvent.Paused;
        return true;
    }

    /** The number of the last event. */
    long last() {
        return last;
    }

    /** Whether the first event was seen, which says what run this is. */
    boolean isKnown() {
        return runId != null;
    }

    /**
     * The run.
     *
     * @throws IllegalStateException before its first event
     */
    UUID runId() {
        UUID known = runId;
        if (known == null) {
            throw new IllegalStateException("A run tells its id with its first event");
        }
        return known;
    }

    /** Whether the run has ended, or waits for people: a stream ends there, too. */
    boolean isFinished() {
        return finished;
    }
}
