package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.contracts.run.RunView;
import io.holdfast.engine.app.journal.JournalCodec;
import io.holdfast.engine.app.journal.RunKey;
import io.holdfast.platform.lease.OwnerSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the table of runs, and hands runs from one engine to another. */
@ApplicationScoped
class RunStore {

    private static final String COLUMNS =
            """
            id, task_id, tenant_id, app_id, workflow_id, app_mode, end_user, end_user_id,
            conversation_id, message_id, inputs, status, created_at, finished_at, outputs, error,
            total_tokens, total_steps, elapsed_seconds
            """;

    /** Runs of engines whose lease is gone; several engines may look at the same time. */
    private static final String CLAIM =
            """
            update run set owner = $1, epoch = epoch + 1
            where id in (
                select id from run
                where status = 'running' and owner <> $1 and %s
                order by created_at limit $2 for update skip locked)
            """
                    .formatted(OwnerSql.isGone("run.owner"));

    /** Nobody drives a paused run; whoever comes first goes on with it. */
    private static final String WAKE =
            """
            update run set owner = $1, epoch = epoch + 1, status = 'running'
            where id in (
                select id from run
                where status = 'paused' and id in (
                    select run_id from form where status <> 'waiting' and not taken
                    union
                    select id from run where status = 'paused' and stop_requested)
                order by created_at limit $2 for update skip locked)
            """;

    private static final String OPEN_RUNS =
            """
            select id, epoch, app_id, workflow_id, stop_requested, traceparent,
                exists (select 1 from form where form.run_id = run.id and form.status <> 'waiting'
                    and not form.taken) as answered
            from run where owner = $1 and status = 'running'
            """;

    private final Pool pool;
    private final JournalCodec codec;

    RunStore(Pool pool, JournalCodec codec) {
        this.pool = pool;
        this.codec = codec;
    }

    /**
     * A run that has not ended.
     *
     * @param traceparent the trace that it belongs to, if any
     * @param answered whether there are answers to forms that it has not heard of
     */
    record OpenRun(
            RunKey key,
            UUID appId,
            UUID workflowId,
            boolean stopRequested,
            @Nullable String traceparent,
            boolean answered) {}

    Uni<Optional<RunView>> find(UUID runId) {
        return one("select " + COLUMNS + " from run where id = $1", runId);
    }

    Uni<Optional<RunView>> findByTask(UUID taskId) {
        return one("select " + COLUMNS + " from run where task_id = $1", taskId);
    }

    /** Asks whoever drives the run to end it. */
    Uni<Void> requestStop(UUID taskId, @Nullable UUID appId, @Nullable String user) {
        return pool.preparedQuery(
                        "update run set stop_requested = true"
                                + " where task_id = $1 and status in ('running', 'paused')"
                                + " and ($2::uuid is null or app_id = $2)"
                                + " and ($3::text is null or end_user = $3)")
                .execute(Tuple.of(taskId, appId, user))
                .replaceWithVoid();
    }

    /**
     * Takes over runs that nobody drives, oldest first.
     *
     * @return how many
     */
    Uni<Integer> claim(String owner, int limit) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(owner, limit)).map(RowSet::rowCount);
    }

    /**
     * Takes paused runs whose forms were answered, or that shall end.
     *
     * @return how many
     */
    Uni<Integer> wake(String owner, int limit) {
        return pool.preparedQuery(WAKE).execute(Tuple.of(owner, limit)).map(RowSet::rowCount);
    }

    /** A run that was woken for nothing waits on. */
    Uni<Void> rest(RunKey key) {
        return pool.preparedQuery(
                        "update run set status = 'paused'"
                                + " where id = $1 and owner = $2 and epoch = $3")
                .execute(Tuple.of(key.runId(), key.owner(), key.epoch()))
                .replaceWithVoid();
    }

    /** The runs that an owner should be driving. */
    Uni<List<OpenRun>> openRunsOf(String owner) {
        return pool.preparedQuery(OPEN_RUNS)
                .execute(Tuple.of(owner))
                .map(rows ->
                        list(
                                rows,
                                row ->
                                        new OpenRun(
                                                new RunKey(
                                                        row.getUUID("id"),
                                                        owner,
                                                        row.getLong("epoch")),
                                                row.getUUID("app_id"),
                                                row.getUUID("workflow_id"),
                                                row.getBoolean("stop_requested"),
                                                row.getString("traceparent"),
                                                row.getBoolean("answered"))));
    }

    private Uni<Optional<RunView>> one(String sql, UUID id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext()
                            ? Optional.of(view(iterator.next()))
                            : Optional.empty();
                });
    }

    private RunView view(Row row) {
        RunHandle handle =
                new RunHandle(
                        row.getUUID("id"),
                        row.getUUID("task_id"),
                        row.getUUID("tenant_id"),
                        row.getUUID("app_id"),
                        row.getString("app_mode"),
                        row.getUUID("workflow_id"),
                        row.getString("end_user"),
                        row.getUUID("end_user_id"),
                        row.getUUID("conversation_id"),
                        row.getUUID("message_id"),
                        row.getOffsetDateTime("created_at")
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS));
        return new RunView(
                handle,
                RunStatus.of(row.getString("status")),
                codec.decodeObject(row.getString("inputs")),
                objectOrEmpty(row.getString("outputs")),
                row.getString("error"),
                row.getInteger("total_steps"),
                row.getLong("total_tokens"),
                row.getDouble("elapsed_seconds"),
                instant(row.getOffsetDateTime("finished_at")));
    }

    private Map<String, @Nullable Object> objectOrEmpty(@Nullable String json) {
        return json == null ? Map.of() : codec.decodeObject(json);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }
}
