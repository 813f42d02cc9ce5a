package io.holdfast.platform.outbox;

import io.holdfast.platform.shutdown.Phases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** How much waits in the outbox, and for how long. */
@Singleton
public class OutboxMetrics {

    private static final Logger LOGGER = Logger.getLogger(OutboxMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Vertx vertx;
    private final OutboxConfig config;
    private volatile OutboxTable.Backlog seen = new OutboxTable.Backlog(0, 0);

    OutboxMetrics(OutboxTable table, Vertx vertx, OutboxConfig config, MeterRegistry registry) {
        this.table = table;
        this.vertx = vertx;
        this.config = config;
        Gauge.builder("holdfast.outbox.backlog", () -> seen.events())
                .description("Events that wait to be published")
                .register(registry);
        Gauge.builder("holdfast.outbox.oldest", () -> seen.oldestSeconds())
                .description("How long the oldest event has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        if (config.enabled()) {
            vertx.setPeriodic(EVERY.toMillis(), id -> look());
        }
    }

    private void look() {
        table.backlog()
                .subscribe()
                .with(
                        backlog -> seen = backlog,
                        fault -> LOGGER.debugf("The outbox was not counted: %s", fault));
    }
}
