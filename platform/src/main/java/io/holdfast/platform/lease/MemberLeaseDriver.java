package io.holdfast.platform.lease;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps the member lease going from start to SIGTERM. */
@Singleton
public class MemberLeaseDriver {

    private static final Logger LOGGER = Logger.getLogger(MemberLeaseDriver.class);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

    private final MemberLease member;
    private final LeaseConfig config;
    private final Vertx vertx;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();

    MemberLeaseDriver(MemberLease member, LeaseConfig config, Vertx vertx) {
        this.member = member;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Phases.JOIN) StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        member.renew().await().atMost(FIRST_ANSWER);
        vertx.setPeriodic(config.renewEvery().toMillis(), id -> once(renewing, member::renew));
        vertx.setPeriodic(config.lookEvery().toMillis(), id -> once(looking, member::removeLapsed));
    }

    void stop(@Observes @Priority(Phases.RELEASE_LEASES) ShutdownEvent event) {
        member.release().await().atMost(FIRST_ANSWER);
    }

    /** A step that takes longer than its turn is not made twice at a time. */
    private static void once(AtomicBoolean running, Supplier<Uni<Void>> step) {
        if (running.compareAndSet(false, true)) {
            step.get()
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {}, fault -> LOGGER.error("The member lease failed", fault));
        }
    }
}
