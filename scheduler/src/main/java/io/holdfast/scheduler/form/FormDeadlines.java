package io.holdfast.scheduler.form;

import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.holdfast.platform.shutdown.Phases;
import io.holdfast.scheduler.job.RemoteClients;
import io.holdfast.scheduler.job.RemoteFault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Has the deadlines of forms kept (dsl.md 3.19). The engines hold the forms and close each one
 * once, so any number of schedulers may ask, and none needs to know a form.
 */
@Singleton
class FormDeadlines {

    private static final Logger LOGGER = Logger.getLogger(FormDeadlines.class);

    private final PeerPool engines;
    private final RemoteClients clients;
    private final FormDeadlinesConfig config;
    private final Vertx vertx;
    private final Counter expired;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    FormDeadlines(
            Peers peers,
            RemoteClients clients,
            FormDeadlinesConfig config,
            Vertx vertx,
            MeterRegistry registry) {
        this.engines = peers.of(PeerService.ENGINE);
        this.clients = clients;
        this.config = config;
        this.vertx = vertx;
        this.expired = registry.counter("holdfast.forms.expired");
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        vertx.setPeriodic(config.every().toMillis(), _ -> ask());
    }

    private void ask() {
        if (asking.compareAndSet(false, true)) {
            expire().onTermination()
                    .invoke(() -> asking.set(false))
                    .subscribe()
                    .with(_ -> failing.set(false), this::failed);
        }
    }

    /** Until nothing is due any more. */
    private Uni<Void> expire() {
        return engines.call(
                        url -> clients.of(FormsApi.class, url, config.timeout()).expire(),
                        RemoteFault::isReplicas)
                .invoke(answer -> expired.increment(answer.forms()))
                .chain(answer -> answer.forms() > 0 ? expire() : Uni.createFrom().voidItem());
    }

    /** Said once for each time that it begins. */
    private void failed(Throwable fault) {
        if (failing.compareAndSet(false, true)) {
            LOGGER.warnf("The deadlines of forms cannot be kept for now: %s", fault.getMessage());
        }
    }
}
