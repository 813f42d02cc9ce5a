package io.holdfast.platform.time;

/** Time that only goes forward, at any date: for timeouts, leases and rates. */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since a point of no meaning; only differences say something. */
    long nanos();
}
