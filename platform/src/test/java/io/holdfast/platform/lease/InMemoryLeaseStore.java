package io.holdfast.platform.lease;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leases in memory, by a given clock; it can be cut off, as a database can. */
public final class InMemoryLeaseStore implements LeaseStore {

    private final Clock clock;
    private final Map<String, Lease> leases = new TreeMap<>();
    private volatile boolean cutOff;

    public InMemoryLeaseStore(Clock clock) {
        this.clock = clock;
    }

    /** From now on every call fails, or no longer. */
    public void cutOff(boolean gone) {
        cutOff = gone;
    }

    @Override
    public Uni<Optional<Lease>> acquire(String name, String owner, Duration timeToLive) {
        return answer(() -> Optional.ofNullable(take(name, owner, timeToLive)));
    }

    @Override
    public Uni<Optional<Lease>> renew(Lease lease, Duration timeToLive) {
        return answer(() -> {
            if (!isStill(lease)) {
                return Optional.empty();
            }
            return Optional.of(put(lease.name(), lease.owner(), lease.epoch(), timeToLive));
        });
    }

    @Override
    public Uni<Boolean> release(Lease lease) {
        return answer(() -> {
            if (!isStill(lease)) {
                return false;
            }
            put(lease.name(), lease.owner(), lease.epoch(), Duration.ZERO);
            return true;
        });
    }

    @Override
    public Uni<List<Lease>> held(String prefix) {
        return answer(() ->
                leases.values().stream()
                        .filter(l -> l.name().startsWith(prefix) && !hasLapsed(l))
                        .toList());
    }

    @Override
    public Uni<List<Lease>> removeLapsed(String prefix) {
        return answer(() -> {
            List<Lease> lapsed =
                    leases.values().stream()
                            .filter(l -> l.name().startsWith(prefix) && hasLapsed(l))
                            .toList();
            lapsed.forEach(l -> leases.remove(l.name()));
            return lapsed;
        });
    }

    private <T> Uni<T> answer(Supplier<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    if (cutOff) {
                        throw new IllegalStateException("cut off");
                    }
                    synchronized (leases) {
                        return work.get();
                    }
                });
    }

    private @Nullable Lease take(String name, String owner, Duration timeToLive) {
        Lease known = leases.get(name);
        if (known == null) {
            return put(name, owner, 1, timeToLive);
        }
        if (hasLapsed(known)) {
            return put(name, owner, known.epoch() + 1, timeToLive);
        }
        return known.owner().equals(owner) ? put(name, owner, known.epoch(), timeToLive) : null;
    }

    private boolean isStill(Lease lease) {
        Lease known = leases.get(lease.name());
        return known != null
                && known.owner().equals(lease.owner())
                && known.epoch() == lease.epoch();
    }

    private boolean hasLapsed(Lease lease) {
        return !lease.expiresAt().isAfter(clock.instant());
    }

    private Lease put(String name, String owner, long epoch, Duration timeToLive) {
        Lease lease = new Lease(name, owner, epoch, clock.instant().plus(timeToLive));
        leases.put(name, lease);
        return lease;
    }
}
