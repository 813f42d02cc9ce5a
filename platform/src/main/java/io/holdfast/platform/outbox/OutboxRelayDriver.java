package io.holdfast.platform.outbox;

import io.holdfast.platform.id.Ids;
import io.holdfast.platform.instance.InstanceIdentity;
import io.holdfast.platform.lease.LeaseConfig;
import io.holdfast.platform.lease.LeaseKeeper;
import io.holdfast.platform.lease.LeaseStore;
import io.holdfast.platform.shutdown.Phases;
import io.holdfast.platform.time.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the relay going from start to shutdown, on a virtual thread of its own. */
@Singleton
public class OutboxRelayDriver {

    private static final Logger LOGGER = Logger.getLogger(OutboxRelayDriver.class);
    private static final String LEASE = "outbox-relay";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final OutboxConfig config;
    private final LeaseConfig leases;
    private final OutboxRelay relay;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread thread;

    OutboxRelayDriver(
            OutboxTable table,
            LeaseStore store,
            OutboxConfig config,
            LeaseConfig leases,
            InstanceIdentity me,
            Ids ids,
            Ticker ticker,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.config = config;
        this.leases = leases;
        var publisher =
                new KafkaPublisher(
                        new KafkaPublisher.Settings(
                                bootstrapServers,
                                "holdfast-outbox-" + me.service(),
                                config.publishWithin(),
                                config.largestEvent()));
        var lease =
                new LeaseKeeper(store, ticker, LEASE, ids.next().toString(), leases.timeToLive());
        this.relay = new OutboxRelay(table, publisher, lease, config.batch());
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes @Priority(Phases.STOP_WORK) ShutdownEvent event)
            throws InterruptedException {
        stop.countDown();
        Thread running = thread;
        if (running != null && !running.join(STOP_WITHIN)) {
            running.interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        Duration wait = Duration.ZERO;
        while (!stopped(wait)) {
            try {
                wait = waitAfter(relay.turn());
                pause = FIRST_PAUSE;
            } catch (RuntimeException e) {
                LOGGER.warnf("Events wait in the outbox for %s: %s", pause, reason(e));
                wait = pause;
                pause = shorter(pause.multipliedBy(2), config.longestPause());
            }
        }
        release();
    }

    private void release() {
        try {
            relay.stop();
        } catch (RuntimeException e) {
            LOGGER.debugf("The relay's lease lapses by itself: %s", e.toString());
        }
    }

    private Duration waitAfter(OutboxRelay.Turn turn) {
        return switch (turn) {
            case FULL -> Duration.ZERO;
            case DRAINED -> config.lookEvery();
            case NOT_OURS -> leases.renewEvery();
        };
    }

    private boolean stopped(Duration wait) {
        try {
            return stop.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String reason(RuntimeException fault) {
        Throwable cause = fault.getCause();
        return cause == null ? fault.toString() : cause.toString();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
