package io.holdfast.engine.run;

import io.holdfast.engine.node.NodeStep;
import java.time.Duration;

/** What must happen outside once the facts that led to it are durable. */
public sealed interface Effect {

    /**
     * Carry out a node's question and answer with {@link RunCommand.Answer}.
     *
     * @param callId the same for all attempts of the step: what others see as its idempotency key;
     *     another after each note
     */
    record Execute(String nodeId, int attempt, String callId, NodeStep.Ask<?> ask)
            implements Effect {}

    /** Ask for {@link RunCommand.Retry} after a while. */
    record RetryAfter(String nodeId, Duration interval) implements Effect {}

    /** Nobody waits for the node any more. */
    record Cancel(String nodeId) implements Effect {}
}
