package io.holdfast.scheduler.detector;

import io.holdfast.contracts.instance.Healthz;
import io.holdfast.contracts.instance.InstanceState;
import io.holdfast.contracts.instance.InstanceView;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Holds what is known of every instance, and tells of those that are lost and of those that are
 * back.
 *
 * <p>It tells, it takes nothing away: the leases of a process that stands still lapse by
 * themselves, three seconds after it last renewed them and so before it is called lost here, and
 * whoever claims them is fenced against its return by the epoch. A verdict of this detector could
 * be wrong (a network that is cut between two processes and not between either and the database),
 * and it would end the work of an instance that does it well.
 */
final class FailureDetector {

    private static final Logger LOGGER = Logger.getLogger(FailureDetector.class);

    private final List<Target> targets;
    private final Prober prober;
    private final Clock clock;
    private final int misses;
    private final Consumer<InstanceChanged> listener;
    private final Map<Target, Observation> seen = new ConcurrentHashMap<>();

    FailureDetector(
            List<Target> targets,
            Prober prober,
            Clock clock,
            int misses,
            Consumer<InstanceChanged> listener) {
        this.targets = List.copyOf(targets);
        this.prober = prober;
        this.clock = clock;
        this.misses = misses;
        this.listener = listener;
        targets.forEach(target -> seen.put(target, Observation.none(target, clock.instant())));
    }

    /** Probes every instance once, all at the same time. Does not fail. */
    Uni<Void> round() {
        if (targets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(targets.stream().map(this::probe).toList())
                .andFailFast()
                .replaceWithVoid();
    }

    /** What is known of every instance, in the configured order. */
    List<InstanceView> instances() {
        return targets.stream().map(target -> current(target).view()).toList();
    }

    private Uni<Void> probe(Target target) {
        return Uni.createFrom()
                .deferred(() -> prober.probe(target))
                .invoke(answer -> answered(target, answer))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(fault -> {
                    missed(target, fault);
                    return null;
                });
    }

    private void answered(Target target, Healthz answer) {
        Observation before = current(target);
        Observation now = before.answered(answer, clock.instant());
        seen.put(target, now);
        if (before.state() == InstanceState.LOST) {
            LOGGER.infof(
                    "Instance %s of %s at %s is back",
                    now.id(), target.service().id(), target.url());
            listener.accept(new InstanceChanged(before.state(), now.view()));
        }
    }

    private void missed(Target target, Throwable fault) {
        Observation before = current(target);
        Observation now = before.missed(misses, clock.instant());
        seen.put(target, now);
        LOGGER.debugf("Instance %s did not answer: %s", now.id(), fault.toString());
        if (now.state() == InstanceState.LOST && before.state() != InstanceState.LOST) {
            LOGGER.warnf(
                    "Instance %s of %s at %s is lost: %d probes in a row unanswered, the last: %s",
                    now.id(), target.service().id(), target.url(), now.missed(), fault.toString());
            listener.accept(new InstanceChanged(before.state(), now.view()));
        }
    }

    private Observation current(Target target) {
        Observation known = seen.get(target);
        return known == null ? Observation.none(target, clock.instant()) : known;
    }
}
