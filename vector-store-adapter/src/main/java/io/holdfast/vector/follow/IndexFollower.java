package io.holdfast.vector.follow;

import io.holdfast.platform.shutdown.Phases;
import io.holdfast.vector.KnowledgeConfig;
import io.holdfast.vector.database.Database;
import io.holdfast.vector.index.Indexes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for changes now and then, so that a search seldom has to wait for its index: of datasets
 * that this replica has an index of. Searches never rely on it.
 */
@Singleton
class IndexFollower {

    private static final Logger LOG = Logger.getLogger(IndexFollower.class);

    private final Indexes indexes;
    private final Database database;
    private final KnowledgeConfig config;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("index-follower").factory());
    private final Map<UUID, Long> followed = new HashMap<>();

    IndexFollower(Indexes indexes, Database database, KnowledgeConfig config) {
        this.indexes = indexes;
        this.database = database;
        this.config = config;
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        long every = config.followEvery().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(Phases.STOP_WORK) ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            follow();
        } catch (IOException | RuntimeException e) {
            // The timer's edge: the next look tries again.
            LOG.warnf(e, "indexes could not follow");
        }
    }

    private void follow() throws IOException {
        Set<UUID> present = indexes.present();
        if (present.isEmpty()) {
            return;
        }
        Map<UUID, Long> newest = new HashMap<>();
        database.list(
                        "select id, change_seq from dataset where id = any($1)",
                        Tuple.of(present.toArray(UUID[]::new)),
                        row -> Map.entry(row.getUUID(0), row.getLong(1)))
                .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        for (UUID datasetId : present) {
            Long upTo = newest.get(datasetId);
            if (upTo == null) {
                indexes.forget(datasetId);
                followed.remove(datasetId);
            } else if (!upTo.equals(followed.get(datasetId))) {
                indexes.follow(datasetId, upTo);
                followed.put(datasetId, upTo);
            }
        }
    }
}
