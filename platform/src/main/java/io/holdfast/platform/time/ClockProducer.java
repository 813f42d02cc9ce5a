package io.holdfast.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The real clocks; a test's own bean takes their place. */
@Singleton
public class ClockProducer {

    /** UTC, by the machine. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The machine's monotonic time. */
    @Produces
    @Singleton
    @DefaultBean
    Ticker ticker() {
        return System::nanoTime;
    }

    /** The machine's scheduler. */
    @Produces
    @Singleton
    @DefaultBean
    Sleeper sleeper() {
        return Thread::sleep;
    }
}
