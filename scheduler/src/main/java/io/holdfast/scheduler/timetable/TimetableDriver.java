package io.holdfast.scheduler.timetable;

import io.holdfast.contracts.trigger.Schedule;
import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.holdfast.platform.shutdown.Phases;
import io.holdfast.scheduler.job.RemoteClients;
import io.holdfast.scheduler.job.RemoteFault;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps the timetable going: fires what is due, and follows the apps. */
@Singleton
class TimetableDriver {

    private static final Logger LOGGER = Logger.getLogger(TimetableDriver.class);

    private final Timetable timetable;
    private final PeerPool engines;
    private final RemoteClients clients;
    private final TimetableConfig config;
    private final Vertx vertx;

    TimetableDriver(
            Timetable timetable,
            Peers peers,
            RemoteClients clients,
            TimetableConfig config,
            Vertx vertx) {
        this.timetable = timetable;
        this.engines = peers.of(PeerService.ENGINE);
        this.clients = clients;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        every(config.every().toMillis(), "Schedules cannot be fired", timetable::fire);
        every(
                config.compareEvery().toMillis(),
                "The schedules of apps cannot be read",
                () -> schedules().chain(timetable::take));
    }

    private Uni<List<Schedule>> schedules() {
        return engines.call(
                url -> clients.of(TriggersApi.class, url, config.timeout()).schedules(),
                RemoteFault::isReplicas);
    }

    /** One round at a time; a fault is told when it begins, not each time. */
    private void every(long millis, String fault, Supplier<Uni<Void>> work) {
        var busy = new AtomicBoolean();
        var failing = new AtomicBoolean();
        vertx.setPeriodic(
                millis,
                _ -> {
                    if (busy.compareAndSet(false, true)) {
                        Uni.createFrom()
                                .deferred(() -> work.get())
                                .onTermination()
                                .invoke(() -> busy.set(false))
                                .subscribe()
                                .with(
                                        _ -> failing.set(false),
                                        cause -> tell(failing, fault, cause));
                    }
                });
    }

    private static void tell(AtomicBoolean failing, String fault, Throwable cause) {
        if (failing.compareAndSet(false, true)) {
            LOGGER.warnf("%s for now: %s", fault, cause.getMessage());
        }
    }
}
