package io.holdfast.engine.run;

import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.ContainerLogic;
import io.holdfast.engine.node.NodeForm;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a run. The state of a run is the fold of its facts, so whoever holds the journal can go
 * on where another stopped. A {@code nodeId} is the path of a {@link Step}: inside of a container
 * it names the container and the round, too. Facts are kept for ever: fields may be added, never
 * renamed.
 */
public sealed interface JournalEvent {

    Instant at();

    /**
     * The run exists.
     *
     * @param checks who must agree before its graph begins; when there are any, it begins with
     *     {@link Admitted}
     */
    record Accepted(RunStart start, List<String> checks, Instant at) implements JournalEvent {

        @SuppressWarnings("ConstantValue") // the first journals know of no checks
        public Accepted {
            checks = checks == null ? List.of() : List.copyOf(checks);
        }

        /** A run before which nobody stands. */
        public Accepted(RunStart start, Instant at) {
            this(start, List.of(), at);
        }
    }

    /** Somebody who stands before the graph has answered. */
    record Checked(String check, Admission admission, Instant at) implements JournalEvent {}

    /** All who stand before the graph agree: it begins. */
    record Admitted(Instant at) implements JournalEvent {}

    /**
     * Somebody has read what the run said.
     *
     * @param length how much of it, in characters from the beginning
     */
    record Reviewed(int length, Admission admission, Instant at) implements JournalEvent {}

    /**
     * An attempt of a node began.
     *
     * @param attempt from 1
     */
    record Begun(String nodeId, int attempt, Instant at) implements JournalEvent {}

    /** A node gave a piece of an output while it worked. */
    record Streamed(String nodeId, String output, String delta, Instant at)
            implements JournalEvent {}

    /** A node did its work; it is never executed again. */
    record Completed(String nodeId, NodeOutcome.Succeeded outcome, Instant at)
            implements JournalEvent {}

    /** An attempt failed, and what follows from that was decided. */
    record Errored(
            String nodeId, NodeOutcome.Failed outcome, ErrorResolution resolution, Instant at)
            implements JournalEvent {}

    /** A node has learned something on its way; nobody is asked for it again. */
    record Noted(String nodeId, NodeNote note, Instant at) implements JournalEvent {}

    /**
     * A node waits for a form to be filled; what becomes ready from now on waits, too (dsl.md
     * 4.11). Told again when the run goes on and the form is still open.
     *
     * @param expiresAt from when on nobody can fill it any more
     */
    record Awaited(String nodeId, NodeForm form, Instant expiresAt, Instant at)
            implements JournalEvent {}

    /** Nothing is left to do until a form is filled: nobody needs to drive the run. */
    record Paused(Instant at) implements JournalEvent {}

    /** A form was filled or has expired, and the run goes on. */
    record Resumed(Instant at) implements JournalEvent {}

    /**
     * A container begins with its rounds.
     *
     * @param inputs what the rounds work on
     * @param variables stored under the container's id
     */
    record Entered(
            String nodeId,
            Map<String, @Nullable Object> inputs,
            int length,
            Map<String, @Nullable Object> variables,
            Instant at)
            implements JournalEvent {}

    /**
     * A round of a container began.
     *
     * @param nodeId the container
     * @param index from 0
     */
    record RoundBegun(String nodeId, int index, Instant at) implements JournalEvent {}

    /**
     * A round of a container is over.
     *
     * @param verdict what its end means to the container
     * @param error why it failed; null when it did not
     */
    record RoundEnded(
            String nodeId,
            int index,
            ContainerLogic.Verdict verdict,
            @Nullable String error,
            Instant at)
            implements JournalEvent {}

    /** The engine that worked on a node is gone; the attempt begins anew. */
    record Interrupted(String nodeId, Instant at) implements JournalEvent {}

    /** The run ended; no fact follows. */
    record Ended(RunStatus status, @Nullable String error, @Nullable String errorType, Instant at)
            implements JournalEvent {}
}
