package io.holdfast.platform.time;

import java.time.Duration;

/** Lets time pass on a thread that may wait, a virtual one. */
@FunctionalInterface
public interface Sleeper {

    /** Comes back after the time, or at once when the thread is interrupted. */
    void sleep(Duration time) throws InterruptedException;
}
