package io.holdfast.engine.app.annotation;

import io.holdfast.platform.lease.OwnerSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of embedding jobs. Every write of a claimed job demands its owner and epoch. */
@ApplicationScoped
class EmbeddingJobs {

    private static final String QUEUE =
            "insert into annotation_job (id, app_id, action, status)"
                    + " select gen_random_uuid(), s.app_id, 'embed', 'waiting'"
                    + " from annotation_reply s where s.app_id = %s and s.enabled and exists ("
                    + AnnotationVectors.missing("s.app_id", "s.provider", "s.model")
                    + ") on conflict (app_id, action) where status in ('waiting', 'processing')"
                    + " do nothing";

    /**
     * Queues a job for the app {@code :app} when its annotations answer and a vector is missing.
     */
    static final String QUEUE_IF_ENABLED = QUEUE.formatted("cast(:app as uuid)");

    private static final String QUEUE_HERE = QUEUE.formatted("$1");

    /** Due ones that nobody works on: their owner is gone, or it is this engine that does not. */
    private static final String CLAIM =
            "update annotation_job set status = 'processing', owner = $1, epoch = epoch + 1"
                    + " where id in (select j.id from annotation_job j"
                    + " join app on app.id = j.app_id and app.deleted_at is null"
                    + " where j.status in ('waiting', 'processing')"
                    + " and j.due_at <= clock_timestamp() and (("
                    + OwnerSql.isGone("j.owner")
                    + ") or (j.owner = $1 and j.id <> all($2)))"
                    + " order by j.due_at limit $3 for update of j skip locked) returning *";

    private static final String FENCE =
            " where id = $1 and owner = $2 and epoch = $3 and status = 'processing'";

    private static final String PUT_OFF =
            "update annotation_job set owner = null, attempts = $4,"
                    + " due_at = clock_timestamp() + $5 * interval '1 millisecond'"
                    + FENCE;

    private static final String GIVE_UP =
            "update annotation_job set status = 'error', error = $4, owner = null,"
                    + " ended_at = clock_timestamp()"
                    + FENCE;

    private static final String ENABLE =
            "update annotation_reply s set enabled = true, by_api = true,"
                    + " score_threshold = j.score_threshold, provider = j.provider,"
                    + " model = j.model from annotation_job j"
                    + " where j.id = $1 and s.app_id = j.app_id";

    private static final String COMPLETE =
            "update annotation_job set status = 'completed', owner = null,"
                    + " ended_at = clock_timestamp()"
                    + FENCE;

    private static final String REMOVE = "delete from annotation_job" + FENCE;

    private final Pool pool;
    private final AnnotationSettings settings;
    private final AnnotationVectors vectors;

    EmbeddingJobs(Pool pool, AnnotationSettings settings, AnnotationVectors vectors) {
        this.pool = pool;
        this.settings = settings;
        this.vectors = vectors;
    }

    /** Queues a job when the app's annotations answer and a vector is missing. */
    static Uni<Void> queue(SqlClient transaction, UUID appId) {
        return transaction.preparedQuery(QUEUE_HERE).execute(Tuple.of(appId)).replaceWithVoid();
    }

    /**
     * Claims jobs for this engine.
     *
     * @param working jobs that it works on already
     */
    Uni<List<EmbeddingJob>> claim(UUID member, Collection<UUID> working, int limit) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(member, working.toArray(UUID[]::new), limit))
                .map(rows -> {
                    List<EmbeddingJob> claimed = new ArrayList<>(rows.size());
                    rows.forEach(row -> claimed.add(job(row)));
                    return claimed;
                });
    }

    /** Gives a job back for a later attempt. */
    Uni<Void> putOff(EmbeddingJob job, int attempts, Duration pause) {
        Tuple values = fence(job).addValue(attempts).addValue(pause.toMillis());
        return owned(pool, PUT_OFF, values, job);
    }

    /** Ends a job that cannot be done. */
    Uni<Void> giveUp(EmbeddingJob job, String reason) {
        return owned(pool, GIVE_UP, fence(job).addValue(reason), job);
    }

    /**
     * Ends a job all of whose questions are embedded; fails with {@link JobLostException} when the
     * job is another's.
     *
     * @param model whose vectors were made
     * @return whether it has ended: a question may have come meanwhile, or another model
     */
    Uni<Boolean> complete(EmbeddingJob job, EmbeddingModel model) {
        return pool.withTransaction(transaction ->
                settings.touch(transaction, job.appId())
                        .chain(setting -> {
                            boolean stale =
                                    job.toEnable() == null
                                            && setting.enabled()
                                            && !setting.model().equals(model);
                            return stale
                                    ? Uni.createFrom().item(true)
                                    : vectors.isMissing(transaction, job.appId(), model);
                        })
                        .chain(more ->
                                more
                                        ? Uni.createFrom().item(false)
                                        : end(transaction, job, model).replaceWith(true)));
    }

    /** Ends a job that has no reason any more, for the app's annotations do not answer. */
    Uni<Void> remove(EmbeddingJob job) {
        return owned(pool, REMOVE, fence(job), job);
    }

    private Uni<Void> end(SqlConnection transaction, EmbeddingJob job, EmbeddingModel model) {
        Uni<Void> ended =
                job.toEnable() == null
                        ? owned(transaction, REMOVE, fence(job), job)
                        : owned(transaction, COMPLETE, fence(job), job)
                                .chain(() ->
                                        transaction
                                                .preparedQuery(ENABLE)
                                                .execute(Tuple.of(job.id())))
                                .replaceWithVoid();
        return ended.chain(() -> vectors.forgetOthers(transaction, job.appId(), model));
    }

    private static Uni<Void> owned(SqlClient client, String sql, Tuple values, EmbeddingJob job) {
        return client.preparedQuery(sql)
                .execute(values)
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new JobLostException(job);
                    }
                })
                .replaceWithVoid();
    }

    private static Tuple fence(EmbeddingJob job) {
        return Tuple.tuple().addValue(job.id()).addValue(job.owner()).addValue(job.epoch());
    }

    private static EmbeddingJob job(Row row) {
        String model = row.getString("model");
        @Nullable EmbeddingModel toEnable =
                model == null ? null : new EmbeddingModel(row.getString("provider"), model);
        return new EmbeddingJob(
                row.getUUID("id"),
                row.getUUID("app_id"),
                toEnable,
                row.getUUID("owner"),
                row.getLong("epoch"),
                row.getInteger("attempts"));
    }
}
