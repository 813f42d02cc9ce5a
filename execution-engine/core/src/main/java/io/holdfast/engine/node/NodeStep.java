package io.holdfast.engine.node;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a node begins: it is done at once, or needs something of the outside world. */
public sealed interface NodeStep {

    /** Nothing outside was needed. */
    record Done(NodeOutcome outcome) implements NodeStep {}

    /**
     * A container begins with its rounds.
     *
     * @param inputs what the rounds work on, for display and for {@link ContainerLogic}
     * @param length how many rounds there will be, at most
     * @param variables stored under the container's id before the first round
     */
    record Enter(
            Map<String, @Nullable Object> inputs,
            int length,
            Map<String, @Nullable Object> variables)
            implements NodeStep {}

    /**
     * A person must fill a form first. The node begins again with a {@link FormAnswer} as its note.
     */
    record Fill(NodeForm form) implements NodeStep {}

    /**
     * Somebody outside must answer first.
     *
     * @param request what is asked; whoever carries it out finds its handler by the request's class
     * @param meaning what the answer means to the node; pure, called once an answer is there
     */
    record Ask<R>(StepRequest<R> request, Function<R, NodeAnswer> meaning) implements NodeStep {}
}
