package io.holdfast.platform.lease;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Keeps leases. The store's clock decides when a lease has lapsed; nobody else's does. A failed
 * {@code Uni} means that the outcome is not known.
 */
public interface LeaseStore {

    /**
     * Takes a lease that nobody holds, or that has lapsed, with the next epoch; the owner of a
     * lease that holds renews it, with the same epoch.
     *
     * @return empty when another owner holds it
     */
    Uni<Optional<Lease>> acquire(String name, String owner, Duration timeToLive);

    /**
     * Renews a lease that nobody else took since, lapsed or not.
     *
     * @return empty when it was taken or removed: what it protected belongs to others
     */
    Uni<Optional<Lease>> renew(Lease lease, Duration timeToLive);

    /**
     * Ends a lease now. The epoch is remembered.
     *
     * @return whether it was still the owner's
     */
    Uni<Boolean> release(Lease lease);

    /** The leases that have not lapsed, of names that begin with the prefix. */
    Uni<List<Lease>> held(String prefix);

    /**
     * Removes the lapsed leases of names that begin with the prefix, so that their owners can renew
     * them no more; for names that are never used again.
     *
     * @return those that this call removed
     */
    Uni<List<Lease>> removeLapsed(String prefix);
}
