package io.holdfast.engine.run;

import io.holdfast.engine.node.NodeStep;
import java.time.Duration;

/** What must happen outside once the facts that led to it are durable. */
public sealed interface Effect {

    /**
     * Carry out a node's question and answer with {@link RunCommand.Answer}.
     *
     * @param executionId the same for all attempts of the step: what others see as its idempotency
     *     key
     */
    record Execute(String nodeId, int attempt, String executionId, NodeStep.Ask<?> ask)
            implements Effect {}

    /** Ask for {@link RunCommand.Retry} after a while. */
    record RetryAfter(String nodeId, Duration interval) implements Effect {}

    /** Nobody waits for the node any more. */
    record Cancel(String nodeId) implements Effect {}
}
