package io.holdfast.platform.peer;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One after the other. */
final class RoundRobin implements PeerSelector {

    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public int choose(List<Peer> candidates) {
        return Math.floorMod(turn.getAndIncrement(), candidates.size());
    }
}
