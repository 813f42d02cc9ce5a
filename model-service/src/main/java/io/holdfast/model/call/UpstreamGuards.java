package io.holdfast.model.call;

import io.holdfast.model.resilience.Bulkhead;
import io.holdfast.model.resilience.CircuitBreaker;
import io.holdfast.model.route.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The guards of all upstreams, made when first needed. */
public final class UpstreamGuards {

    private final Map<Upstream, UpstreamGuard> guards = new ConcurrentHashMap<>();
    private final Limits limits;
    private final LongSupplier nanoTime;

    public UpstreamGuards(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /**
     * Limits of each upstream.
     *
     * @param failures in a row that open its circuit
     * @param openFor how long the circuit stays open
     * @param concurrent calls at once
     * @param queue calls that may wait
     */
    public record Limits(int failures, Duration openFor, int concurrent, int queue) {}

    UpstreamGuard of(Upstream upstream) {
        return guards.computeIfAbsent(upstream, ignored -> create());
    }

    /** The first of these whose circuit lets calls through. */
    Optional<Upstream> firstOpenToCalls(List<Upstream> upstreams) {
        return upstreams.stream()
                .filter(each -> of(each).breaker().closedToCallsFor().isEmpty())
                .findFirst();
    }

    /** How long until the first of these may let a call through. */
    Duration shortestWait(List<Upstream> upstreams) {
        return upstreams.stream()
                .map(each -> of(each).breaker().closedToCallsFor().orElse(Duration.ZERO))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private UpstreamGuard create() {
        return new UpstreamGuard(
                new CircuitBreaker(limits.failures(), limits.openFor(), nanoTime),
                new Bulkhead(limits.concurrent(), limits.queue()));
    }
}
