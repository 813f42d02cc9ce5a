package io.holdfast.engine.run;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.FormAnswer;
import io.holdfast.engine.node.NodeAnswer;
import java.time.Instant;
import java.util.Set;

/** Something that is asked of a run, or that the outside world answered. */
public sealed interface RunCommand {

    /** When it is asked. */
    Instant at();

    /**
     * Begin the run.
     *
     * @param idle checks of the app's gate that have nothing to ask for this run
     */
    record Accept(RunStart start, Set<String> idle, Instant at) implements RunCommand {

        public Accept {
            idle = Set.copyOf(idle);
        }

        /** Begins a run that must pass all checks. */
        public Accept(RunStart start, Instant at) {
            this(start, Set.of(), at);
        }
    }

    /** Go on after the journal was folded by an engine that took the run over. */
    record Resume(Instant at) implements RunCommand {}

    /** A node that works gave a piece of an output. */
    record Stream(String nodeId, int attempt, String output, String delta, Instant at)
            implements RunCommand {}

    /** A node's question was answered. */
    record Answer(String nodeId, int attempt, NodeAnswer answer, Instant at)
            implements RunCommand {}

    /** A form that a node waits for was filled or has expired. */
    record Fill(String nodeId, FormAnswer answer, Instant at) implements RunCommand {}

    /** What carried a node's question out is gone; nobody knows whether it did its work. */
    record CutOff(String nodeId, int attempt, Instant at) implements RunCommand {}

    /** The interval before another attempt is over. */
    record Retry(String nodeId, Instant at) implements RunCommand {}

    /** End the run early. */
    record Stop(String reason, Instant at) implements RunCommand {}

    /** See whether the run took too long. */
    record CheckTime(Instant at) implements RunCommand {}
}
