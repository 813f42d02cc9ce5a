package io.holdfast.scheduler.timetable;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.trigger.RunRequested;
import io.holdfast.contracts.trigger.Schedule;
import io.holdfast.platform.outbox.Outbox;
import io.holdfast.scheduler.timetable.TimetableStore.Due;
import io.holdfast.scheduler.timetable.TimetableStore.Entry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fires schedules. Any number of these work on the same table: each due time has its request in the
 * transaction that moves its row on, and the request's id says which schedule and which time it is,
 * so a due time begins one run whatever happens.
 */
@Singleton
class Timetable {

    private static final Logger LOGGER = Logger.getLogger(Timetable.class);
    private static final int BATCH = 100;

    private final TimetableStore store;
    private final Outbox outbox;
    private final Clock clock;
    private final TimetableConfig config;
    private final Counter fired;
    private final Counter missed;

    Timetable(
            TimetableStore store,
            Outbox outbox,
            Clock clock,
            TimetableConfig config,
            MeterRegistry registry) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
        this.fired = registry.counter("holdfast.schedules.fired");
        this.missed = registry.counter("holdfast.schedules.missed");
    }

    /** Makes the timetable that of these schedules. */
    Uni<Void> take(List<Schedule> schedules) {
        return store.schedules()
                .chain(known -> {
                    Set<Schedule> unchanged = new HashSet<>(known);
                    List<Entry> changed = new ArrayList<>();
                    for (Schedule schedule : schedules) {
                        if (!unchanged.contains(schedule)) {
                            changed.add(new Entry(schedule, next(schedule, clock.instant())));
                        }
                    }
                    return changed.isEmpty() && known.size() == schedules.size()
                            ? Uni.createFrom().voidItem()
                            : store.replace(schedules, changed);
                });
    }

    /** An expression that nobody can read is never due; it is told once, when it comes. */
    private static @Nullable Instant next(Schedule schedule, Instant after) {
        try {
            return DueTimes.next(schedule, after).orElse(null);
        } catch (IllegalArgumentException e) {
            LOGGER.warnf(
                    "The schedule %s of app %s is never due, its cron expression cannot be read: %s",
                    schedule.nodeId(), schedule.appId(), e.getMessage());
            return null;
        }
    }

    /** Fires what is due. */
    Uni<Void> fire() {
        Instant now = clock.instant();
        return store.fire(
                        now,
                        BATCH,
                        due -> next(due.schedule(), now),
                        (tx, due) -> fire(tx, due, now))
                .chain(done -> done < BATCH ? Uni.createFrom().voidItem() : fire());
    }

    private Uni<Void> fire(SqlConnection transaction, List<Due> due, Instant now) {
        List<EventEnvelope> requests = new ArrayList<>();
        for (Due one : due) {
            Optional<Instant> newest = newest(one, now);
            if (newest.isEmpty() || newest.get().isAfter(one.at())) {
                missed.increment();
                LOGGER.warnf(
                        "The schedule %s of app %s was due at %s and nobody was there; %s",
                        one.schedule().nodeId(),
                        one.schedule().appId(),
                        one.at(),
                        newest.map(at -> "it fires for " + at + " instead")
                                .orElse("that is too long ago"));
            }
            newest.ifPresent(at -> requests.add(request(one.schedule(), at, now)));
        }
        fired.increment(requests.size());
        return outbox.append(transaction, Topics.RUN_REQUESTS, requests);
    }

    /** The due time that counts: the newest, unless even that is too long ago. */
    private Optional<Instant> newest(Due due, Instant now) {
        Instant earliest = now.minus(config.misfireWithin());
        Instant from = due.at().isBefore(earliest) ? earliest : due.at().minusMillis(1);
        return DueTimes.latest(due.schedule(), from, now);
    }

    private static EventEnvelope request(Schedule schedule, Instant dueAt, Instant now) {
        String app = schedule.appId().toString();
        String name = app + "/" + schedule.nodeId() + "/" + dueAt;
        return new EventEnvelope(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                RunRequested.EVENT_TYPE,
                1,
                schedule.tenantId(),
                app,
                now,
                null,
                Map.of("appId", app, "nodeId", schedule.nodeId(), "inputs", Map.of()));
    }
}
