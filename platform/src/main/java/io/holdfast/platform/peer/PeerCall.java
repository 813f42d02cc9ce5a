package io.holdfast.platform.peer;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call to a chosen replica; say how it ended, exactly once counts. */
public final class PeerCall implements AutoCloseable {

    private final PeerHealth peer;
    private final AtomicBoolean ended = new AtomicBoolean();

    PeerCall(PeerHealth peer) {
        this.peer = peer;
        peer.begin();
    }

    /** The replica's base URL, without a slash at the end. */
    public URI url() {
        return peer.url();
    }

    /** The replica answered, be it with a refusal of what was asked. */
    public void succeeded() {
        if (ended.compareAndSet(false, true)) {
            peer.succeeded();
        }
    }

    /** The replica did not answer, or said that it cannot. */
    public void failed() {
        if (ended.compareAndSet(false, true)) {
            peer.failed();
        }
    }

    /** Ends a call that says nothing about the replica, such as one that the caller gave up. */
    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            peer.abandoned();
        }
    }
}
