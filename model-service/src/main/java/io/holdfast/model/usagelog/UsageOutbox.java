package io.holdfast.model.usagelog;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.model.UsageRecorded;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.outbox.Outbox;
import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends the records of usage to Kafka through the outbox, in batches and after the answer: no call
 * waits for the database or holds a connection of it. While the database is away records wait here,
 * a bounded number of them; those beyond are lost and counted in the log, as are those that a crash
 * overtakes.
 */
@Singleton
public class UsageOutbox {

    private static final Logger LOG = Logger.getLogger(UsageOutbox.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final long FLUSH_EVERY_MS = 200;
    private static final Duration LAST_FLUSH_WITHIN = Duration.ofSeconds(2);

    private final BlockingQueue<EventEnvelope> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<EventEnvelope> batch = new ArrayList<>();
    private final AtomicBoolean flushing = new AtomicBoolean();
    private final AtomicBoolean complained = new AtomicBoolean();
    private final Events events;
    private final Outbox outbox;
    private final Pool pool;
    private final Vertx vertx;
    private long timer;

    public UsageOutbox(Events events, Outbox outbox, Pool pool, Vertx vertx) {
        this.events = events;
        this.outbox = outbox;
        this.pool = pool;
        this.vertx = vertx;
    }

    /** Takes a record; returns at once. */
    public void offer(UsageRecorded usage) {
        var key = usage.report().servedBy();
        var event = events.of(UsageRecorded.TYPE, 1, Tenants.DEFAULT, key, usage);
        if (!waiting.offer(event) && complained.compareAndSet(false, true)) {
            LOG.warn("Records of usage are being lost: the database has not taken any for long");
        }
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        timer =
                vertx.setPeriodic(
                        FLUSH_EVERY_MS,
                        ignored ->
                                flush().subscribe()
                                        .with(done -> complained.set(false), this::complain));
    }

    void stop(@Observes @Priority(Phases.STOP_WORK) ShutdownEvent event) {
        vertx.cancelTimer(timer);
        try {
            flush().await().atMost(LAST_FLUSH_WITHIN);
        } catch (CompletionException | TimeoutException failed) {
            LOG.warnf("%d records of usage were not stored at the end", waiting.size());
        }
    }

    /** Stores what waits. A batch that failed is kept, with its ids, and goes first next time. */
    private Uni<Void> flush() {
        if (!flushing.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        waiting.drainTo(batch, BATCH - batch.size());
        if (batch.isEmpty()) {
            flushing.set(false);
            return Uni.createFrom().voidItem();
        }
        var stored = List.copyOf(batch);
        return pool.withTransaction(
                        connection -> outbox.append(connection, UsageRecorded.TOPIC, stored))
                .invoke(batch::clear)
                .onTermination()
                .invoke(() -> flushing.set(false));
    }

    private void complain(Throwable failure) {
        if (complained.compareAndSet(false, true)) {
            LOG.warnf("Records of usage wait: the database did not take them (%s)", failure);
        }
    }
}
