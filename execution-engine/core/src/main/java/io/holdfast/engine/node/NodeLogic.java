package io.holdfast.engine.node;

import io.holdfast.engine.value.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One node of a graph, its configuration parsed and checked. It holds nothing of a run, so runs
 * share it. Everything that it needs of the outside world it asks for by a {@link NodeStep.Ask}; it
 * has no clock and does no I/O itself.
 */
public interface NodeLogic {

    NodeKind kind();

    /**
     * Begins the node, or begins it again: after an attempt that failed or was interrupted, and
     * after each of its notes. A node that makes notes must not be {@link #retryable}. Must not
     * throw for what a run's values can cause: bad values give {@link NodeOutcome.Failed}.
     */
    NodeStep begin(NodeScope scope);

    /** Whether followers of a run are not told of the node (dsl.md 4.13). */
    default boolean hidden() {
        return false;
    }

    /** Whether the round in which the node ran is the last one (dsl.md 4.9.4). */
    default boolean leavesContainer() {
        return false;
    }

    /** Whether the type honours {@code retry_config} (dsl.md 3.0). */
    default boolean retryable() {
        return false;
    }

    /** What a response node shows, in order; empty for all other nodes (dsl.md 4.5). */
    default List<ResponsePart> response() {
        return List.of();
    }

    /**
     * What followers are told once the node has begun, and again after each of its notes. Pure, as
     * is {@link #begin}: the same notes give the same reports.
     */
    default List<NodeReport> reports(NodeScope scope) {
        return List.of();
    }

    /** The name of the strategy of an agent; empty for all other nodes. */
    default Optional<String> agentStrategy() {
        return Optional.empty();
    }

    /** The names of outputs that the node gives piece by piece while it works. */
    default List<String> streamedOutputs() {
        return List.of();
    }

    /** The conversation variables that the node may write (dsl.md 4.5.1). */
    default Set<Selector> writes() {
        return Set.of();
    }
}
