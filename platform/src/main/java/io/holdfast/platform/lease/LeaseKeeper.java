package io.holdfast.platform.lease;

import io.holdfast.platform.time.Ticker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries to hold one named lease, for work that one process of a service does at a time. It is safe
 * for use by one thread at a time; {@link #isHeld} by any.
 */
public final class LeaseKeeper {

    private final LeaseStore store;
    private final Ticker ticker;
    private final String name;
    private final String owner;
    private final Duration timeToLive;
    private volatile @Nullable Held held;

    public LeaseKeeper(
            LeaseStore store, Ticker ticker, String name, String owner, Duration timeToLive) {
        this.store = store;
        this.ticker = ticker;
        this.name = name;
        this.owner = owner;
        this.timeToLive = timeToLive;
    }

    private record Held(Lease lease, long sentNanos) {}

    /** Takes or renews the lease; empty when another has it. */
    public Uni<Optional<Lease>> take() {
        long sent = ticker.nanos();
        return store.acquire(name, owner, timeToLive)
                .invoke(taken -> held = taken.map(lease -> new Held(lease, sent)).orElse(null));
    }

    /** Whether the lease holds, by this process's monotonic clock. */
    public boolean isHeld() {
        Held now = held;
        return now != null && ticker.nanos() - now.sentNanos() < timeToLive.toNanos();
    }

    /** Whether the lease holds, but less than half of its time is left. */
    public boolean isDue() {
        Held now = held;
        return now == null || ticker.nanos() - now.sentNanos() > timeToLive.toNanos() / 2;
    }

    /** Gives the lease up. */
    public Uni<Void> release() {
        Held now = held;
        held = null;
        return now == null
                ? Uni.createFrom().voidItem()
                : store.release(now.lease()).replaceWithVoid();
    }
}
