package io.holdfast.scheduler.timetable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.trigger.Schedule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of when schedules are due. */
@ApplicationScoped
class TimetableStore {

    /** A row stays locked until its next time is written: nobody else fires it meanwhile. */
    private static final String DUE =
            """
            select app_id, node_id, schedule, next_at from timetable
            where next_at <= $1 order by next_at limit $2 for update skip locked
            """;

    private static final String PUT =
            """
            insert into timetable (app_id, node_id, tenant_id, schedule, next_at)
            values ($1, $2, $3, $4, $5)
            on conflict (app_id, node_id) do update set tenant_id = excluded.tenant_id,
                schedule = excluded.schedule, next_at = excluded.next_at
                where timetable.schedule <> excluded.schedule
            """;

    private static final String REMOVE_OTHERS =
            """
            delete from timetable where not exists (
                select 1 from unnest($1::uuid[], $2::text[]) k (app_id, node_id)
                where k.app_id = timetable.app_id and k.node_id = timetable.node_id)
            """;

    private final Pool pool;
    private final ObjectMapper mapper;

    TimetableStore(Pool pool, ObjectMapper mapper) {
        this.pool = pool;
        this.mapper = mapper;
    }

    /** A schedule that is due. */
    record Due(Schedule schedule, Instant at) {}

    /** A schedule and when it is due next; null for never. */
    record Entry(Schedule schedule, @Nullable Instant nextAt) {}

    /** What is there, as far as it has not changed since it was put there. */
    Uni<List<Schedule>> schedules() {
        return pool.query("select schedule from timetable")
                .execute()
                .map(rows -> list(rows, row -> read(row.getString("schedule"))));
    }

    /** Makes the timetable that of these schedules; entries that are there keep their times. */
    Uni<Void> replace(List<Schedule> all, List<Entry> changed) {
        UUID[] apps = all.stream().map(Schedule::appId).toArray(UUID[]::new);
        String[] nodes = all.stream().map(Schedule::nodeId).toArray(String[]::new);
        return pool.withTransaction(transaction -> {
            Uni<?> work = transaction.preparedQuery(REMOVE_OTHERS).execute(Tuple.of(apps, nodes));
            for (Entry entry : changed) {
                work = work.chain(() -> transaction.preparedQuery(PUT).execute(values(entry)));
            }
            return work.replaceWithVoid();
        });
    }

    private Tuple values(Entry entry) {
        return Tuple.of(
                entry.schedule().appId(),
                entry.schedule().nodeId(),
                entry.schedule().tenantId(),
                write(entry.schedule()),
                time(entry.nextAt()));
    }

    /** Locks what is due, lets it be fired, and writes when it is due next, all or nothing. */
    Uni<Integer> fire(
            Instant now, int limit, Function<Due, @Nullable Instant> nextOf, FireWork work) {
        return pool.withTransaction(transaction ->
                transaction
                        .preparedQuery(DUE)
                        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                        .map(rows -> list(rows, this::due))
                        .chain(due ->
                                work.fire(transaction, due)
                                        .chain(() -> advance(transaction, due, nextOf))
                                        .replaceWith(due.size())));
    }

    /** What is done with schedules that are due, in the transaction that sets their next times. */
    interface FireWork {
        Uni<Void> fire(SqlConnection transaction, List<Due> due);
    }

    private static Uni<Void> advance(
            SqlConnection transaction, List<Due> due, Function<Due, @Nullable Instant> nextOf) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> times =
                due.stream()
                        .map(one ->
                                Tuple.of(
                                        one.schedule().appId(),
                                        one.schedule().nodeId(),
                                        time(nextOf.apply(one))))
                        .toList();
        return transaction
                .preparedQuery(
                        "update timetable set next_at = $3 where app_id = $1 and node_id = $2")
                .executeBatch(times)
                .replaceWithVoid();
    }

    private Due due(Row row) {
        return new Due(
                read(row.getString("schedule")), row.getOffsetDateTime("next_at").toInstant());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private Schedule read(String json) {
        try {
            return mapper.readValue(json, Schedule.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schedule that cannot be read", e);
        }
    }

    private String write(Schedule schedule) {
        try {
            return mapper.writeValueAsString(schedule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schedule that cannot be written", e);
        }
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }
}
