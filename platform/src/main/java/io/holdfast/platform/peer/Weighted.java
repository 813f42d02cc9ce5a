package io.holdfast.platform.peer;

import java.util.List;
import java.util.random.RandomGenerator;

/** By chance, in proportion to the weights. */
final class Weighted implements PeerSelector {

    private final RandomGenerator random;

    Weighted(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public int choose(List<Peer> candidates) {
        int total = candidates.stream().mapToInt(Peer::weight).sum();
        int drawn = random.nextInt(total);
        for (int i = 0; i < candidates.size(); i++) {
            drawn -= candidates.get(i).weight();
            if (drawn < 0) {
                return i;
            }
        }
        throw new IllegalStateException("Weights must be positive: " + candidates);
    }
}
