package io.holdfast.engine.app.catalog;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Gives a piece of work a database session that nothing else uses, whichever thread asks: runs are
 * taken over by timers, many at a time, and a session belongs to one context.
 */
@ApplicationScoped
class OwnSession {

    private final Vertx vertx;

    OwnSession(Vertx vertx) {
        this.vertx = vertx;
    }

    <T> Uni<T> with(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    Context context =
                            Objects.requireNonNull(
                                    VertxContext.createNewDuplicatedContext(
                                            vertx.getOrCreateContext()));
                    VertxContextSafetyToggle.setContextSafe(context, true);
                    context.runOnContext(_ ->
                            Panache.withSession(work)
                                    .subscribe()
                                    .with(emitter::complete, emitter::fail));
                });
    }
}
