package io.holdfast.platform.lease;

import io.holdfast.platform.id.Ids;
import io.holdfast.platform.time.Ticker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the process's member lease. */
@Singleton
public class MemberLeaseProducer {

    @Produces
    @Singleton
    MemberLease memberLease(LeaseStore store, Ids ids, Ticker ticker, LeaseConfig config) {
        return new MemberLease(store, ids, ticker, LeaseTimes.of(config));
    }
}
