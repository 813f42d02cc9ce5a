package io.holdfast.model.transport;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Waits that end on the event loop on which they began. */
public final class Pauses {

    private Pauses() {}

    /** Completes after this time; cancelling stops the timer. */
    public static Uni<Void> of(Vertx vertx, Duration time) {
        if (time.toMillis() < 1) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .emitter(emitter -> {
                    var timer = vertx.setTimer(time.toMillis(), ignored -> emitter.complete(null));
                    emitter.onTermination(() -> vertx.cancelTimer(timer));
                });
    }
}
