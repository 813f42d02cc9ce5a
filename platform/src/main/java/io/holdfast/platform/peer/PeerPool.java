package io.holdfast.platform.peer;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The replicas of one service. One that keeps failing is left out for a while. */
public final class PeerPool {

    private final List<PeerHealth> peers;
    private final PeerSelector selector;

    PeerPool(List<PeerHealth> peers, PeerSelector selector) {
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("A service needs at least one URL");
        }
        this.peers = List.copyOf(peers);
        this.selector = selector;
    }

    /** All replicas, in the configured order, left out or not. */
    public List<URI> urls() {
        return peers.stream().map(PeerHealth::url).toList();
    }

    /** Chooses a replica. */
    public PeerCall begin() {
        return begin(Set.of());
    }

    /**
     * Chooses a replica, another than those to avoid where there is one. When every replica is left
     * out, all are candidates: asking a doubtful one is better than asking none.
     */
    public PeerCall begin(Collection<URI> avoid) {
        List<PeerHealth> candidates = new ArrayList<>();
        for (PeerHealth peer : peers) {
            if (peer.isAdmitted() && !avoid.contains(peer.url())) {
                candidates.add(peer);
            }
        }
        if (candidates.isEmpty()) {
            peers.stream().filter(p -> !avoid.contains(p.url())).forEach(candidates::add);
        }
        if (candidates.isEmpty()) {
            candidates.addAll(peers);
        }
        List<Peer> seen = candidates.stream().map(PeerHealth::snapshot).toList();
        return new PeerCall(candidates.get(selector.choose(seen)));
    }

    /**
     * Calls a replica and, where the fault says that it is the replica's, each other one at most
     * once.
     *
     * @param work the call; it brings its own timeout
     * @param isReplicasFault whether a fault is the replica's and the same call may be made
     *     elsewhere
     */
    public <T> Uni<T> call(Function<URI, Uni<T>> work, Predicate<Throwable> isReplicasFault) {
        return Uni.createFrom().deferred(() -> attempt(work, isReplicasFault, new HashSet<>()));
    }

    private <T> Uni<T> attempt(
            Function<URI, Uni<T>> work, Predicate<Throwable> isReplicasFault, Set<URI> tried) {
        PeerCall call = begin(tried);
        tried.add(call.url());
        return Uni.createFrom()
                .deferred(() -> work.apply(call.url()))
                .onItem()
                .invoke(call::succeeded)
                .onFailure()
                .invoke(fault -> end(call, isReplicasFault.test(fault)))
                .onCancellation()
                .invoke(call::close)
                .onFailure(fault -> isReplicasFault.test(fault) && tried.size() < peers.size())
                .recoverWithUni(() -> attempt(work, isReplicasFault, tried));
    }

    private static void end(PeerCall call, boolean replicasFault) {
        if (replicasFault) {
            call.failed();
        } else {
            call.succeeded();
        }
    }
}
