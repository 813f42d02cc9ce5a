package io.holdfast.platform.peer;

import java.util.List;

/** The one with the fewest calls in flight; among equals one after the other. */
final class LeastRequests implements PeerSelector {

    private final RoundRobin start = new RoundRobin();

    @Override
    public int choose(List<Peer> candidates) {
        int first = start.choose(candidates);
        int best = first;
        for (int i = 1; i < candidates.size(); i++) {
            int next = (first + i) % candidates.size();
            if (candidates.get(next).inFlight() < candidates.get(best).inFlight()) {
                best = next;
            }
        }
        return best;
    }
}
