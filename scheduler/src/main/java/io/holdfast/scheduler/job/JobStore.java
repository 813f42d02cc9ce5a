package io.holdfast.scheduler.job;

import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.knowledge.DocumentQueued;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.JobProgress;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.id.Ids;
import io.holdfast.platform.lease.OwnerSql;
import io.holdfast.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in PostgreSQL. Every write of a job demands its owner and epoch; what a write says is told
 * in the same transaction.
 */
@Singleton
class JobStore {

    private static final String QUEUE =
            "insert into indexing_job (id, tenant_id, dataset_id, document_id, revision, status,"
                    + " traceparent) values ($1, $2, $3, $4, $5, 'queued', $6)"
                    + " on conflict (document_id, revision) do nothing";

    private static final String CALL_OFF_OLDER =
            "update indexing_job set status = 'cancelled', owner = null where document_id = $1"
                    + " and revision < $2 and status in ('queued', 'running')";

    /** Due ones, those whose owner is gone, and those of ours that nobody here works on. */
    private static final String CLAIM =
            "update indexing_job set status = 'running', owner = $1, epoch = epoch + 1"
                    + " where id in (select j.id from indexing_job j where"
                    + " (j.status = 'queued' and j.due_at <= clock_timestamp())"
                    + " or (j.status = 'running' and (("
                    + OwnerSql.isGone("j.owner")
                    + ") or (j.owner = $1 and j.id <> all($2))))"
                    + " order by j.due_at, j.created_at limit $3 for update skip locked)"
                    + " returning *";

    private static final String FENCE = " where id = $1 and owner = $2 and epoch = $3";

    private static final String SAVE =
            "update indexing_job set status = $4, attempts = $5, sequence = $6, stage = $7,"
                    + " stored = $8, total = $9, word_count = $10, tokens = $11,"
                    + " processing_started_at = $12, parsing_completed_at = $13,"
                    + " cleaning_completed_at = $14, splitting_completed_at = $15, ended_at = $16,"
                    + " error = $17"
                    + FENCE
                    + " and status = 'running'";

    private static final String PUT_OFF =
            "update indexing_job set status = 'queued', owner = null, attempts = $4, error = $5,"
                    + " due_at = clock_timestamp() + $6 * interval '1 millisecond'"
                    + FENCE
                    + " and status = 'running'";

    private static final String CALL_OFF =
            "update indexing_job set status = 'cancelled', owner = null, ended_at ="
                    + " clock_timestamp()"
                    + FENCE;

    private final Pool pool;
    private final Outbox outbox;
    private final Events events;
    private final Ids ids;
    private final Duration patience;

    JobStore(Pool pool, Outbox outbox, Events events, Ids ids, IndexingConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.ids = ids;
        this.patience = config.databaseTimeout();
    }

    /**
     * Queues a job unless it is known, and calls off those of older revisions.
     *
     * @param traceparent the trace that it belongs to, if any
     */
    Uni<Void> queue(
            SqlConnection transaction, DocumentQueued document, @Nullable String traceparent) {
        return transaction
                .preparedQuery(QUEUE)
                .execute(
                        Tuple.of(
                                ids.next(),
                                document.tenantId(),
                                document.datasetId(),
                                document.documentId(),
                                document.revision(),
                                traceparent))
                .chain(() ->
                        transaction
                                .preparedQuery(CALL_OFF_OLDER)
                                .execute(Tuple.of(document.documentId(), document.revision())))
                .replaceWithVoid();
    }

    /**
     * Claims jobs for this member.
     *
     * @param working jobs that this process works on already
     */
    List<IndexingJob> claim(UUID member, Collection<UUID> working, int limit) {
        List<IndexingJob> claimed = new ArrayList<>();
        pool.preparedQuery(CLAIM)
                .execute(Tuple.of(member, working.toArray(UUID[]::new), limit))
                .await()
                .atMost(patience)
                .forEach(row -> claimed.add(JobRows.job(row)));
        return claimed;
    }

    /**
     * Saves how far a job is and tells it.
     *
     * @throws JobLostException when it is not the owner's any more
     */
    void save(IndexingJob job) {
        Tuple values = JobRows.saved(job, status(job.progress().stage()));
        transaction(transaction ->
                transaction
                        .preparedQuery(SAVE)
                        .execute(values)
                        .invoke(rows -> requireOwned(rows.rowCount(), job))
                        .chain(() -> tell(transaction, job)));
    }

    /** Gives a job back for a later attempt. */
    void putOff(IndexingJob job, int attempts, String reason, Duration pause) {
        Tuple values =
                Tuple.tuple()
                        .addValue(job.id())
                        .addValue(job.owner())
                        .addValue(job.epoch())
                        .addValue(attempts)
                        .addValue(reason)
                        .addValue(pause.toMillis());
        transaction(transaction ->
                transaction
                        .preparedQuery(PUT_OFF)
                        .execute(values)
                        .invoke(rows -> requireOwned(rows.rowCount(), job))
                        .replaceWithVoid());
    }

    /** Ends a job whose document is gone. */
    void callOff(IndexingJob job) {
        transaction(transaction ->
                transaction
                        .preparedQuery(CALL_OFF)
                        .execute(Tuple.of(job.id(), job.owner(), job.epoch()))
                        .replaceWithVoid());
    }

    private void transaction(Function<SqlConnection, Uni<Void>> work) {
        pool.withTransaction(work).await().atMost(patience);
    }

    private Uni<Void> tell(SqlConnection transaction, IndexingJob job) {
        return outbox.append(
                transaction,
                Topics.JOB_PROGRESS,
                events.of(
                        JobProgress.EVENT_TYPE,
                        1,
                        job.tenantId(),
                        job.documentId().toString(),
                        job.told()));
    }

    private static void requireOwned(int rows, IndexingJob job) {
        if (rows == 0) {
            throw new JobLostException("job " + job.id() + " of epoch " + job.epoch());
        }
    }

    private static String status(IndexingStatus stage) {
        return switch (stage) {
            case COMPLETED -> "succeeded";
            case ERROR -> "failed";
            case WAITING, PARSING, CLEANING, SPLITTING, INDEXING -> "running";
        };
    }
}
