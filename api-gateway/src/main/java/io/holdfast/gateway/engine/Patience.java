package io.holdfast.gateway.engine;

import io.holdfast.platform.time.Ticker;
import java.time.Duration;
import java.util.Optional;

/** How long to go on trying: pauses double, and end when nothing went forward for a while. */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** A connection that lasted so long was a good one, though a silent run said nothing on it. */
    private static final Duration LASTING = Duration.ofSeconds(5);

    private final Duration limit;
    private final Ticker ticker;
    private Duration next = FIRST;
    private long troubleSince;
    private boolean inTrouble;
    private boolean connected;
    private long connectedSince;

    Patience(Duration limit, Ticker ticker) {
        this.limit = limit;
        this.ticker = ticker;
    }

    /** A connection is made. */
    void connected() {
        connected = true;
        connectedSince = ticker.nanos();
    }

    /** It goes forward. */
    void progress() {
        inTrouble = false;
        next = FIRST;
    }

    /** The pause before the next try; empty when it is time to give up. */
    Optional<Duration> pause() {
        if (connected && ticker.nanos() - connectedSince >= LASTING.toNanos()) {
            progress();
        }
        connected = false;
        if (!inTrouble) {
            inTrouble = true;
            troubleSince = ticker.nanos();
        }
        if (ticker.nanos() - troubleSince > limit.toNanos()) {
            return Optional.empty();
        }
        Duration pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return Optional.of(pause);
    }
}
