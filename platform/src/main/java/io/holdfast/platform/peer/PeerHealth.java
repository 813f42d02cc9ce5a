package io.holdfast.platform.peer;

import io.holdfast.platform.time.Ticker;
import java.net.URI;
import java.time.Duration;

/** What this process saw of one replica: calls in flight, faults in a row, time to be left out. */
final class PeerHealth {

    private static final int MOST_DOUBLINGS = 4;

    private final URI url;
    private final int weight;
    private final Ejection ejection;
    private final Ticker ticker;

    private int inFlight;
    private int faultsInARow;
    private int ejectionsInARow;
    private boolean ejected;
    private long ejectedUntil;

    PeerHealth(URI url, int weight, Ejection ejection, Ticker ticker) {
        this.url = url;
        this.weight = weight;
        this.ejection = ejection;
        this.ticker = ticker;
    }

    /**
     * When a replica is left out.
     *
     * @param after faults in a row
     * @param first how long the first time
     */
    record Ejection(int after, Duration first) {}

    URI url() {
        return url;
    }

    synchronized Peer snapshot() {
        return new Peer(url, weight, inFlight);
    }

    /** Whether it may be asked: it was not left out, or that time is over. */
    synchronized boolean isAdmitted() {
        return !ejected || ticker.nanos() - ejectedUntil >= 0;
    }

    synchronized void begin() {
        inFlight++;
    }

    synchronized void succeeded() {
        inFlight--;
        faultsInARow = 0;
        ejectionsInARow = 0;
        ejected = false;
    }

    synchronized void failed() {
        inFlight--;
        faultsInARow++;
        // Once it was left out, the first fault after that leaves it out again, for longer.
        if (faultsInARow >= ejection.after() && isAdmitted()) {
            int doublings = Math.min(ejectionsInARow, MOST_DOUBLINGS);
            ejectedUntil = ticker.nanos() + (ejection.first().toNanos() << doublings);
            ejectionsInARow++;
            ejected = true;
        }
    }

    synchronized void abandoned() {
        inFlight--;
    }
}
