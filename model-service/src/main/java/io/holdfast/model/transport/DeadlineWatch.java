package io.holdfast.model.transport;

import io.holdfast.model.failure.ModelFailure;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches the deadlines of one exchange on its event loop, with one timer for all of them. The idle
 * time runs only while somebody waits for data: a slow reader is not the upstream's fault.
 */
final class DeadlineWatch {

    private static final long COARSEST_TICK_MS = 250;
    private static final long FINEST_TICK_MS = 5;
    private static final int TICKS_PER_DEADLINE = 10;

    private final Vertx vertx;
    private final Deadlines deadlines;
    private final Runnable expired;
    private final long begun = System.nanoTime();
    private final long timer;
    private long waitingSince = begun;
    private boolean waiting = true;
    private boolean firstSeen;
    private @Nullable ModelFailure verdict;

    /**
     * @param expired called once, on the event loop, when a deadline has passed
     */
    DeadlineWatch(Vertx vertx, Deadlines deadlines, Runnable expired) {
        this.vertx = vertx;
        this.deadlines = deadlines;
        this.expired = expired;
        this.timer = vertx.setPeriodic(tick(deadlines), ignored -> check());
    }

    /** Somebody asked for data. */
    void awaiting() {
        if (!waiting) {
            waiting = true;
            waitingSince = System.nanoTime();
        }
    }

    /** Data came. */
    void received(boolean moreWanted) {
        waiting = moreWanted;
        waitingSince = System.nanoTime();
    }

    /** The first token is there: from now on the idle time counts. */
    void firstToken() {
        firstSeen = true;
    }

    /** Nothing more is expected. */
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Which deadline passed; null while none has. */
    @Nullable ModelFailure verdict() {
        return verdict;
    }

    private void check() {
        verdict = overdue(System.nanoTime());
        if (verdict != null) {
            stop();
            expired.run();
        }
    }

    private @Nullable ModelFailure overdue(long now) {
        if (now - begun >= deadlines.total().toNanos()) {
            return late("total_timeout", "was not finished", deadlines.total());
        }
        if (!firstSeen && now - begun >= deadlines.firstToken().toNanos()) {
            return late("first_token_timeout", "sent no first token", deadlines.firstToken());
        }
        if (firstSeen && waiting && now - waitingSince >= deadlines.idle().toNanos()) {
            return late("idle_timeout", "fell silent", deadlines.idle());
        }
        return null;
    }

    private static ModelFailure late(String code, String what, Duration after) {
        return ModelFailure.timeout(
                code, "The model upstream %s within %s.".formatted(what, text(after)));
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static long tick(Deadlines deadlines) {
        var shortest =
                Math.min(
                        deadlines.total().toMillis(),
                        Math.min(deadlines.firstToken().toMillis(), deadlines.idle().toMillis()));
        return Math.clamp(shortest / TICKS_PER_DEADLINE, FINEST_TICK_MS, COARSEST_TICK_MS);
    }
}
