package io.holdfast.platform.inbox;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Forgets the ids of events that Kafka itself no longer has, in small bites. */
@Singleton
public class InboxRetention {

    private static final Logger LOGGER = Logger.getLogger(InboxRetention.class);
    private static final int BITE = 5_000;

    private static final String FORGET =
            "delete from inbox where ctid = any(array(select ctid from inbox where taken_at <"
                    + " clock_timestamp() - $1::bigint * interval '1 second' limit $2))";

    private final Pool pool;
    private final InboxConfig config;
    private final Vertx vertx;

    InboxRetention(Pool pool, InboxConfig config, Vertx vertx) {
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        vertx.setPeriodic(
                config.forgetEvery().toMillis(),
                id ->
                        forget().subscribe()
                                .with(
                                        gone -> LOGGER.debugf("Forgot %d event ids", gone),
                                        fault -> LOGGER.warnf("Forgot no event ids: %s", fault)));
    }

    /** Forgets all that is too old; says how many. */
    Uni<Integer> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(config.retention().toSeconds(), BITE))
                .map(rows -> rows.rowCount())
                .chain(gone ->
                        gone < BITE
                                ? Uni.createFrom().item(gone)
                                : forget().map(more -> gone + more));
    }
}
