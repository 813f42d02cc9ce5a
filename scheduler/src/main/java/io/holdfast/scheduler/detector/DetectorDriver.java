package io.holdfast.scheduler.detector;

import io.holdfast.contracts.instance.InstanceState;
import io.holdfast.contracts.instance.InstanceView;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.holdfast.platform.shutdown.Phases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps the failure detector going. */
@Singleton
class DetectorDriver {

    private static final Logger LOGGER = Logger.getLogger(DetectorDriver.class);

    private final FailureDetector detector;
    private final DetectorConfig config;
    private final Vertx vertx;

    DetectorDriver(
            Peers peers,
            Prober prober,
            Clock clock,
            DetectorConfig config,
            Vertx vertx,
            Event<InstanceChanged> changes,
            MeterRegistry registry) {
        this.config = config;
        this.vertx = vertx;
        this.detector =
                new FailureDetector(targets(peers), prober, clock, config.misses(), changes::fire);
        registry.gauge("holdfast.instances.up", detector, d -> count(d, InstanceState.UP));
        registry.gauge("holdfast.instances.lost", detector, d -> count(d, InstanceState.LOST));
    }

    void start(@Observes @Priority(Phases.WORK) StartupEvent event) {
        if (config.enabled()) {
            vertx.setPeriodic(config.every().toMillis(), id -> round());
        }
    }

    List<InstanceView> instances() {
        return detector.instances();
    }

    private void round() {
        detector.round()
                .subscribe()
                .with(done -> {}, fault -> LOGGER.error("The failure detector failed", fault));
    }

    private static List<Target> targets(Peers peers) {
        List<Target> targets = new ArrayList<>();
        for (PeerService service : PeerService.values()) {
            peers.of(service).urls().forEach(url -> targets.add(new Target(service, url)));
        }
        return targets;
    }

    private static double count(FailureDetector detector, InstanceState state) {
        return detector.instances().stream().filter(i -> i.state() == state).count();
    }
}
