package io.holdfast.model.protocol;

import io.holdfast.model.route.Upstream;
import io.holdfast.model.transport.Deadlines;
import io.smallrye.mutiny.Multi;

/**
 * How a kind of upstream is spoken to. An implementation makes one attempt: it never retries, keeps
 * the deadlines, passes demand on to its source and stops the upstream when it is cancelled.
 */
public interface ModelProtocol {

    /** The name by which routes choose it. */
    String name();

    /**
     * One attempt. A streamed answer is chunks, then counts where the upstream gave them; another
     * one is a single whole piece, then counts. Fails with a {@link
     * io.holdfast.model.failure.ModelFailure}.
     *
     * @param upstream speaks this protocol
     */
    Multi<Piece> attempt(Upstream upstream, ModelCall call, Deadlines deadlines);
}
