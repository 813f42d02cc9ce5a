package io.holdfast.engine.app.step;

import io.holdfast.engine.node.StepRequest;

/**
 * Carries out the requests of one kind. Called on a virtual thread that is interrupted when nobody
 * waits any more; holds no database connection while it waits for anybody else.
 *
 * @param <R> the answer
 * @param <Q> the request
 */
public interface StepHandler<R, Q extends StepRequest<R>> {

    /** The class by which requests find their handler. */
    Class<Q> requestType();

    /**
     * Carries a request out.
     *
     * @throws StepException when it failed for a cause that the node's author should see
     * @throws CutOffException when the service that carried it out is gone
     * @throws InterruptedException when nobody waits any more
     */
    R handle(StepCall<Q> call) throws InterruptedException;
}
