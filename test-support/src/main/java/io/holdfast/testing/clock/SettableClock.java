package io.holdfast.testing.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that stands until it is moved, and beside it a monotonic count of nanoseconds that moves
 * with it but never back.
 */
public final class SettableClock extends Clock {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong millis = new AtomicLong(START.toEpochMilli());
    private final AtomicLong nanos = new AtomicLong();

    /** Time passes. */
    public void pass(Duration time) {
        millis.addAndGet(time.toMillis());
        nanos.addAndGet(time.toNanos());
    }

    /** Somebody sets the date, forward or back; no time passes. */
    public void setDate(Instant date) {
        millis.set(date.toEpochMilli());
    }

    /** Nanoseconds that have passed. */
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Times are UTC");
    }
}
