package io.holdfast.engine.node;

import java.util.function.Function;

/** How a node begins: it is done at once, or asks something of the outside world. */
public sealed interface NodeStep {

    /** Nothing outside was needed. */
    record Done(NodeOutcome outcome) implements NodeStep {}

    /**
     * Somebody outside must answer first.
     *
     * @param request what is asked; whoever carries it out finds its handler by the request's class
     * @param outcome what the answer means to the node; pure, called once an answer is there
     */
    record Ask<R>(StepRequest<R> request, Function<R, NodeOutcome> outcome) implements NodeStep {}
}
