package io.holdfast.platform.lease;

import io.holdfast.platform.id.Ids;
import io.holdfast.platform.time.Ticker;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This process's own lease: while it holds, rows with this process as their owner are this
 * process's. It is taken at start and renewed each second.
 *
 * <p>A lapsed lease can be renewed until another member has removed it, so that a database that
 * stood still for a while costs nobody anything. A removed one is lost: the process drops all it
 * owned and joins again as another incarnation. Neither is needed for safety, which rests on the
 * fence (owner, epoch) of each row.
 */
public class MemberLease {

    /** What the names of member leases begin with; the incarnation follows. */
    public static final String PREFIX = "member/";

    private static final Logger LOGGER = Logger.getLogger(MemberLease.class);

    private final LeaseStore store;
    private final Ids ids;
    private final Ticker ticker;
    private final LeaseTimes times;
    private final List<MemberListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Membership> current = new AtomicReference<>();
    private volatile boolean stopped;

    MemberLease(LeaseStore store, Ids ids, Ticker ticker, LeaseTimes times) {
        this.store = store;
        this.ids = ids;
        this.ticker = ticker;
        this.times = times;
    }

    /**
     * A held lease.
     *
     * @param sinceNanos when it was joined, for how long it has been held in a row
     * @param renewedNanos when the last successful renewal was sent
     */
    private record Membership(UUID incarnation, Lease lease, long sinceNanos, long renewedNanos) {}

    /**
     * The incarnation that may take new work now; empty while the lease is not held. By this
     * process's monotonic clock, counted from when the last renewal was sent: never later than by
     * the store's.
     */
    public Optional<UUID> incarnation() {
        Membership member = current.get();
        if (member == null || !isFresh(member)) {
            return Optional.empty();
        }
        return Optional.of(member.incarnation());
    }

    /** Whether the lease is held. */
    public boolean isHeld() {
        return incarnation().isPresent();
    }

    /** Adds a listener; when the lease is held already, it hears of that at once. */
    public void listen(MemberListener listener) {
        listeners.add(listener);
        incarnation().ifPresent(listener::joined);
    }

    /** The members whose leases hold, this process among them. */
    public Uni<List<UUID>> members() {
        return store.held(PREFIX).map(MemberLease::incarnations);
    }

    /** One step, made each second: joins or renews. Does not fail; what fails is tried again. */
    Uni<Void> renew() {
        if (stopped) {
            return Uni.createFrom().voidItem();
        }
        Membership member = current.get();
        return (member == null ? join() : renew(member))
                .onFailure()
                .invoke(fault -> LOGGER.warnf("Member lease not renewed: %s", fault.toString()))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Removes the leases of members that lapsed. After an outage of the database all have lapsed;
     * therefore only a member that renewed in time for as long as a lease holds may judge others.
     */
    Uni<Void> removeLapsed() {
        Membership member = current.get();
        if (member == null || !isFresh(member) || !isSeasoned(member)) {
            return Uni.createFrom().voidItem();
        }
        return store.removeLapsed(PREFIX)
                .ifNoItem()
                .after(times.answerWithin())
                .fail()
                .invoke(this::tellGone)
                .onFailure()
                .invoke(fault -> LOGGER.warnf("Lapsed members not seen: %s", fault.toString()))
                .onFailure()
                .recoverWithItem(List.of())
                .replaceWithVoid();
    }

    /** Gives the lease up, so that others claim at once; nothing is renewed after that. */
    Uni<Void> release() {
        stopped = true;
        Membership member = current.getAndSet(null);
        if (member == null) {
            return Uni.createFrom().voidItem();
        }
        tell(listener -> listener.lost(member.incarnation()));
        return store.release(member.lease())
                .ifNoItem()
                .after(times.answerWithin())
                .fail()
                .onFailure()
                .invoke(fault -> LOGGER.warnf("Member lease not released: %s", fault.toString()))
                .onFailure()
                .recoverWithItem(false)
                .replaceWithVoid();
    }

    private Uni<Void> join() {
        UUID incarnation = ids.next();
        long sent = ticker.nanos();
        return store.acquire(PREFIX + incarnation, incarnation.toString(), times.timeToLive())
                .ifNoItem()
                .after(times.timeToLive())
                .fail()
                .invoke(taken -> taken.ifPresent(lease -> joined(incarnation, lease, sent)))
                .replaceWithVoid();
    }

    private void joined(UUID incarnation, Lease lease, long sent) {
        if (stopped) {
            store.release(lease).subscribe().with(done -> {}, fault -> LOGGER.debug(fault));
            return;
        }
        current.set(new Membership(incarnation, lease, sent, sent));
        LOGGER.infof("Joined as member %s", incarnation);
        tell(listener -> listener.joined(incarnation));
    }

    private Uni<Void> renew(Membership member) {
        long sent = ticker.nanos();
        return store.renew(member.lease(), times.timeToLive())
                .ifNoItem()
                .after(times.answerWithin())
                .fail()
                .chain(renewed -> renewed.isPresent() ? renewed(member, sent) : lost(member));
    }

    private Uni<Void> renewed(Membership member, long sent) {
        long since = isFresh(member) ? member.sinceNanos() : sent;
        current.compareAndSet(
                member, new Membership(member.incarnation(), member.lease(), since, sent));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> lost(Membership member) {
        if (!current.compareAndSet(member, null)) {
            return Uni.createFrom().voidItem();
        }
        LOGGER.warnf("Lost the member lease of %s; joining again", member.incarnation());
        tell(listener -> listener.lost(member.incarnation()));
        return join();
    }

    private void tellGone(List<Lease> removed) {
        if (removed.isEmpty()) {
            return;
        }
        List<UUID> gone = incarnations(removed);
        LOGGER.warnf("Members gone, what they owned can be claimed: %s", gone);
        tell(listener -> listener.gone(gone));
    }

    private void tell(Consumer<MemberListener> news) {
        for (MemberListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOGGER.error("A listener of the member lease failed", e);
            }
        }
    }

    private boolean isFresh(Membership member) {
        return ticker.nanos() - member.renewedNanos() < times.timeToLive().toNanos();
    }

    private boolean isSeasoned(Membership member) {
        return ticker.nanos() - member.sinceNanos() >= times.timeToLive().toNanos();
    }

    private static List<UUID> incarnations(List<Lease> leases) {
        return leases.stream()
                .map(lease -> UUID.fromString(lease.name().substring(PREFIX.length())))
                .toList();
    }
}
