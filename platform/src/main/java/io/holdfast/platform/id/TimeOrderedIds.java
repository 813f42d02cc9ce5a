package io.holdfast.platform.id;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, 12 bits that count within the
 * millisecond (section 6.2, method 1, with a random start) and 62 random bits.
 */
@Singleton
@DefaultBean
public class TimeOrderedIds implements Ids {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

    /**
     * The counter starts in its lower half, so that a millisecond has room for 2048 ids or more.
     */
    private static final int START_BOUND = 1 << (COUNTER_BITS - 1);

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    @Inject
    TimeOrderedIds(Clock clock, Instance<RandomGenerator> random) {
        this(clock, random.isResolvable() ? random.get() : new SecureRandom());
    }

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long fresh = (clock.millis() << COUNTER_BITS) | random.nextInt(START_BOUND);
        // A clock that stands or goes back, or a full millisecond, counts on from the last id.
        long mark = last.updateAndGet(before -> Math.max(before + 1, fresh));
        long high = ((mark >>> COUNTER_BITS) << 16) | 0x7000L | (mark & COUNTER_MASK);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
