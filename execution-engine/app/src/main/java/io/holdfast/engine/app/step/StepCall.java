package io.holdfast.engine.app.step;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.StepRequest;
import java.util.function.BiConsumer;

/**
 * One attempt to carry out what a node asks.
 *
 * @param callId the same for all attempts at what is asked: others take it as idempotency key
 * @param attempt from 1
 * @param pieces takes pieces of an output, named, while they come in
 */
public record StepCall<Q extends StepRequest<?>>(
        Q request, RunStart run, String callId, int attempt, BiConsumer<String, String> pieces) {}
