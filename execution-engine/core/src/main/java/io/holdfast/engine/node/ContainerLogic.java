package io.holdfast.engine.node;

import io.holdfast.engine.value.Selector;
import io.holdfast.engine.value.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node that holds a graph and walks it round by round (dsl.md 4.8, 4.9). What it decides follows
 * from its rounds so far, so that another engine decides the same.
 */
public interface ContainerLogic extends NodeLogic {

    @Override
    default boolean hidden() {
        return true; // it has events of its own
    }

    /** The id of the node at which a round begins. */
    String startNodeId();

    /** Whether what a round stores is seen by this round alone. */
    boolean isolated();

    /** Whether rounds go on side by side, and what happens in one is shown when it is over. */
    boolean parallel();

    /** What of a round is kept for the container's outputs. */
    Optional<Selector> result();

    /** The values that a round finds under the container's id, beside those of all rounds. */
    Map<String, @Nullable Object> roundVariables(Rounds rounds, int index);

    /**
     * What the end of a round means.
     *
     * @param left whether a node ran that ends the container
     * @param variables as the round left them
     */
    Verdict judge(boolean left, Variables variables);

    /** What is next, whenever a round may begin or has ended. */
    Decision decide(Rounds rounds, Variables variables);

    /** The values of the container's own variables, for display; empty when it has none. */
    Map<String, @Nullable Object> snapshot(Variables variables);

    /** What is told of the container when it ends, beside times and costs. */
    Map<String, @Nullable Object> metadata(Rounds rounds);

    /** What it has given so far, for display when it fails. */
    Map<String, @Nullable Object> partialOutputs(Rounds rounds);

    /** How many steps are told when it ends. */
    int steps(Rounds rounds);

    /** What a container does next. */
    sealed interface Decision {

        /** Another round begins. */
        record Begin(int index) implements Decision {}

        /** Rounds are under way. */
        record Wait() implements Decision {}

        /** The container is done; rounds that are under way are called off. */
        record Finish(NodeOutcome outcome) implements Decision {}
    }

    /**
     * The end of a round.
     *
     * @param kind {@code next}, {@code break} by a condition, {@code exit} by a node, or {@code
     *     error}
     * @param error why it could not be judged
     */
    record Verdict(String kind, @Nullable String error) {

        public static final Verdict NEXT = new Verdict("next", null);
        public static final Verdict BREAK = new Verdict("break", null);
        public static final Verdict EXIT = new Verdict("exit", null);

        public static Verdict error(String message) {
            return new Verdict("error", message);
        }
    }

    /**
     * A round.
     *
     * @param verdict null while it is under way
     * @param error why it failed; null when it did not
     * @param result what it gave; null without one
     */
    record Round(
            int index, @Nullable Verdict verdict, @Nullable String error, @Nullable Object result) {

        public boolean isOver() {
            return verdict != null;
        }
    }

    /**
     * The rounds of a container so far.
     *
     * @param inputs as {@link NodeStep.Enter} gave them
     * @param begun rounds in the order of their indexes
     */
    record Rounds(Map<String, @Nullable Object> inputs, int length, List<Round> begun) {

        /** How many are under way. */
        public long running() {
            return begun.stream().filter(round -> !round.isOver()).count();
        }
    }
}
