package io.holdfast.model.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Opens after so many failures in a row, stays open for a while, then lets one probe through: its
 * success closes the circuit, its failure opens it again.
 *
 * <p>Our own because the outcome of a streamed call is known at its first token while the call goes
 * on; the library's guards end with the future that they watch.
 */
public final class CircuitBreaker {

    private sealed interface State {
        /** Calls pass; so many failed in a row. */
        record Closed(int failures) implements State {}

        /** No call passes before this nano time. */
        record Open(long until) implements State {}

        /** One probe is under way; it counts as lost at this nano time. */
        record HalfOpen(long probeLost) implements State {}
    }

    private final AtomicReference<State> state = new AtomicReference<>(new State.Closed(0));
    private final int threshold;
    private final long openNanos;
    private final LongSupplier nanoTime;

    /**
     * @param threshold failures in a row that open it
     * @param openFor how long it stays open
     * @param nanoTime a clock that never goes back
     */
    public CircuitBreaker(int threshold, Duration openFor, LongSupplier nanoTime) {
        this.threshold = threshold;
        this.openNanos = openFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether a call may pass now; one that may must be followed by one of the three outcomes. */
    public boolean tryPass() {
        var now = nanoTime.getAsLong();
        var seen = state.get();
        return switch (seen) {
            case State.Closed ignored -> true;
            case State.Open open when open.until() - now > 0 -> false;
            case State.Open open -> probe(open, now);
            case State.HalfOpen half -> half.probeLost() - now <= 0 && probe(half, now);
        };
    }

    private boolean probe(State seen, long now) {
        return state.compareAndSet(seen, new State.HalfOpen(now + openNanos));
    }

    /** The call brought an answer. */
    public void succeeded() {
        state.set(new State.Closed(0));
    }

    /** The call failed as a sick upstream fails. */
    public void failed() {
        var open = new State.Open(nanoTime.getAsLong() + openNanos);
        state.updateAndGet(seen ->
                switch (seen) {
                    case State.Closed closed ->
                            closed.failures() + 1 >= threshold
                                    ? open
                                    : new State.Closed(closed.failures() + 1);
                    case State.HalfOpen ignored -> open;
                    case State.Open still -> still;
                });
    }

    /** The call ended without saying anything about the upstream, as a cancelled one does. */
    public void abandoned() {
        var now = nanoTime.getAsLong();
        state.updateAndGet(seen -> seen instanceof State.HalfOpen ? new State.Open(now) : seen);
    }

    /** How long until a call may pass; empty when it may now. */
    public Optional<Duration> closedToCallsFor() {
        var left =
                switch (state.get()) {
                    case State.Closed ignored -> 0L;
                    case State.Open open -> open.until() - nanoTime.getAsLong();
                    case State.HalfOpen half -> half.probeLost() - nanoTime.getAsLong();
                };
        return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }
}
