package io.holdfast.platform.lease;

import io.holdfast.testing.clock.SettableClock;
import java.time.Duration;

class InMemoryLeaseStoreTest extends LeaseStoreContract {

    private final SettableClock clock = new SettableClock();
    private final InMemoryLeaseStore store = new InMemoryLeaseStore(clock);

    @Override
    protected LeaseStore store() {
        return store;
    }

    @Override
    protected void letPass(Duration time) {
        clock.pass(time);
    }
}
