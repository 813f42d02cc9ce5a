package io.holdfast.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a fact that can only be asked for. */
public final class Polling {

    private Polling() {}

    /**
     * Asks every {@code interval} until the answer is yes or {@code limit} has passed.
     *
     * @return whether the answer was yes in time; false as well when the thread was interrupted,
     *     whose flag is then set
     */
    public static boolean until(Duration limit, Duration interval, BooleanSupplier fact) {
        long end = System.nanoTime() + limit.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(interval);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
