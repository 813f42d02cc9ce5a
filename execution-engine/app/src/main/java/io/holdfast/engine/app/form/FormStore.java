package io.holdfast.engine.app.form;

import io.holdfast.contracts.form.FormView;
import io.holdfast.engine.app.journal.JournalCodec;
import io.holdfast.engine.node.FormAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of forms. Their rows come with the pauses of runs, which the journal writes. */
@ApplicationScoped
public class FormStore {

    private static final String FIND =
            """
            select form.*, run.status not in ('running', 'paused') as run_ended
            from form join run on run.id = form.run_id
            where form.token = $1 and form.app_id = $2
            """;

    /** The first answer counts, whoever gives it. */
    private static final String SUBMIT =
            """
            update form set status = 'submitted', action = $2, answer = $3, answered_by = $4,
                answered_at = $5
            where id = $1 and status = 'waiting' and expires_at > $5
            """;

    /** A form of a run that has ended needs no answer. */
    private static final String EXPIRE =
            """
            update form set status = 'expired', answered_at = $1,
                taken = not exists (select 1 from run where run.id = form.run_id
                    and run.status in ('running', 'paused'))
            where id in (select id from form where status = 'waiting' and expires_at <= $1
                order by expires_at limit $2 for update skip locked)
            """;

    private static final String ANSWERS =
            "select * from form where run_id = $1 and status <> 'waiting' and not taken"
                    + " order by answered_at";

    private final Pool pool;
    private final JournalCodec codec;

    FormStore(Pool pool, JournalCodec codec) {
        this.pool = pool;
        this.codec = codec;
    }

    /** A form by its token, if it is one of the app's. */
    Uni<Optional<FormRow>> find(String token, UUID appId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(token, appId))
                .map(rows -> list(rows).stream().findFirst().map(this::row));
    }

    /**
     * Stores an answer.
     *
     * @return false when somebody was faster, or the time was over
     */
    Uni<Boolean> submit(UUID formId, FormAnswer.Submitted answer, String user, Instant now) {
        return pool.preparedQuery(SUBMIT)
                .execute(
                        Tuple.of(
                                formId,
                                answer.action(),
                                codec.encodeValue(answer.values()),
                                user.replace("\0", ""),
                                now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * Expires forms that are due, the oldest first.
     *
     * @return how many
     */
    Uni<Integer> expire(Instant now, int limit) {
        return pool.preparedQuery(EXPIRE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(RowSet::rowCount);
    }

    /** The answers that a run has not heard of, in the order in which they were given. */
    public Uni<List<StepAnswer>> answers(UUID runId) {
        return pool.preparedQuery(ANSWERS)
                .execute(Tuple.of(runId))
                .map(rows -> list(rows).stream().map(this::answer).toList());
    }

    /** Forgets answers that nobody waits for. */
    public Uni<Void> discard(List<UUID> formIds) {
        return pool.preparedQuery("update form set taken = true where id = any($1)")
                .execute(Tuple.of(formIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private FormRow row(Row row) {
        FormView view =
                new FormView(
                        row.getUUID("id"),
                        row.getUUID("run_id"),
                        row.getString("content"),
                        codec.decodeObjects(row.getString("inputs")),
                        codec.decodeObjects(row.getString("actions")),
                        codec.decodeObject(row.getString("defaults")),
                        row.getOffsetDateTime("expires_at").toInstant());
        return new FormRow(view, row.getString("status"), row.getBoolean("run_ended"));
    }

    private StepAnswer answer(Row row) {
        String content = row.getString("content");
        FormAnswer answer =
                row.getString("status").equals("submitted")
                        ? new FormAnswer.Submitted(
                                content,
                                row.getString("action"),
                                codec.decodeObject(row.getString("answer")))
                        : new FormAnswer.Expired(
                                content, row.getOffsetDateTime("expires_at").toEpochSecond());
        return new StepAnswer(row.getUUID("id"), row.getString("step"), answer);
    }

    private static List<Row> list(RowSet<Row> rows) {
        List<Row> list = new ArrayList<>(rows.size());
        rows.forEach(list::add);
        return list;
    }
}
