package io.holdfast.engine.app.annotation;

import io.holdfast.contracts.annotation.AnnotationJobView;
import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Switches an app's annotations on and off over the API (http-api.md 3.9). On takes a job that
 * embeds the questions first: until it is done, the former setting is in force. Off is at once.
 */
@ApplicationScoped
class AnnotationSwitch {

    private static final String OPEN =
            "select id, 'processing' as status, error from annotation_job where app_id = $1"
                    + " and action = 'enable' and status in ('waiting', 'processing')";

    private static final String FORGET_OLD =
            "delete from annotation_job where app_id = $1"
                    + " and ended_at < clock_timestamp() - interval '1 day'";

    private static final String ENABLE =
            "insert into annotation_job (id, app_id, action, status, score_threshold, provider,"
                    + " model) values ($1, $2, 'enable', 'waiting', $3, $4, $5)"
                    + " returning id, status, error";

    private static final String CALL_OFF =
            "update annotation_job set status = 'error', error = 'Switched off meanwhile.',"
                    + " ended_at = clock_timestamp() where app_id = $1 and action = 'enable'"
                    + " and status in ('waiting', 'processing')";

    private static final String SWITCH_OFF =
            "update annotation_reply set enabled = false, by_api = true where app_id = $1";

    private static final String DISABLED =
            "insert into annotation_job (id, app_id, action, status, ended_at)"
                    + " values ($1, $2, 'disable', 'completed', clock_timestamp())"
                    + " returning id, 'waiting' as status, error";

    private static final String FIND =
            "select id, status, error from annotation_job"
                    + " where app_id = $1 and action = $2 and action <> 'embed' and id = $3";

    private final Pool pool;
    private final AnnotationSettings settings;
    private final Ids ids;

    AnnotationSwitch(Pool pool, AnnotationSettings settings, Ids ids) {
        this.pool = pool;
        this.settings = settings;
        this.ids = ids;
    }

    /** Queues the job that switches on, or gives the one that is under way. */
    Uni<AnnotationJobView> enable(UUID appId, AnnotationReplySetting setting) {
        Tuple job =
                Tuple.of(
                        ids.next(),
                        appId,
                        setting.scoreThreshold(),
                        setting.embeddingProvider(),
                        setting.embeddingModel());
        return pool.withTransaction(transaction ->
                begin(transaction, appId)
                        .chain(() -> transaction.preparedQuery(OPEN).execute(Tuple.of(appId)))
                        .map(AnnotationSwitch::first)
                        .chain(open ->
                                open.map(known -> Uni.createFrom().item(known))
                                        .orElseGet(() -> add(transaction, ENABLE, job))));
    }

    /** Switches off. */
    Uni<AnnotationJobView> disable(UUID appId) {
        return pool.withTransaction(transaction ->
                begin(transaction, appId)
                        .chain(() -> transaction.preparedQuery(CALL_OFF).execute(Tuple.of(appId)))
                        .chain(() -> transaction.preparedQuery(SWITCH_OFF).execute(Tuple.of(appId)))
                        .chain(() -> add(transaction, DISABLED, Tuple.of(ids.next(), appId))));
    }

    /** How far a job is; fails with {@link AnnotationRefusedException} without one. */
    Uni<AnnotationJobView> job(UUID appId, String action, UUID jobId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(appId, action, jobId))
                .map(rows -> first(rows).orElseThrow(AnnotationRefusedException::noJob));
    }

    private Uni<Void> begin(SqlConnection transaction, UUID appId) {
        return settings.touch(transaction, appId)
                .chain(() -> transaction.preparedQuery(FORGET_OLD).execute(Tuple.of(appId)))
                .replaceWithVoid();
    }

    private static Uni<AnnotationJobView> add(SqlConnection transaction, String sql, Tuple job) {
        return transaction.preparedQuery(sql).execute(job).map(rows -> first(rows).orElseThrow());
    }

    private static Optional<AnnotationJobView> first(RowSet<Row> rows) {
        List<AnnotationJobView> found = new ArrayList<>();
        rows.forEach(row ->
                found.add(
                        new AnnotationJobView(
                                row.getUUID("id"),
                                row.getString("status"),
                                row.getString("error"))));
        return found.stream().findFirst();
    }
}
