package io.holdfast.gateway.generation;

import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.gateway.http.DifyException;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many runs this instance follows at once; beyond that callers are told to come back. */
@Singleton
class RunSlots {

    private final Semaphore free;

    RunSlots(GatewayConfig config) {
        this.free = new Semaphore(config.maxRuns());
    }

    /** A slot, given back by the returned action; calling that again does nothing. */
    Runnable take() {
        if (!free.tryAcquire()) {
            throw DifyException.unavailable(
                    "This instance serves as many runs as it can. Try again in a moment.", null);
        }
        var given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                free.release();
            }
        };
    }
}
