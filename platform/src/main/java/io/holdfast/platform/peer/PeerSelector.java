package io.holdfast.platform.peer;

import java.util.List;

/** Chooses among the replicas that may be asked. Safe for use by many threads. */
@FunctionalInterface
public interface PeerSelector {

    /**
     * Chooses one.
     *
     * @param candidates in the configured order, never empty
     * @return the index of the chosen one
     */
    int choose(List<Peer> candidates);
}
