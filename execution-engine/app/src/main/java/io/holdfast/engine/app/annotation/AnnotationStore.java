package io.holdfast.engine.app.annotation;

import io.holdfast.contracts.annotation.AnnotationPage;
import io.holdfast.contracts.annotation.AnnotationText;
import io.holdfast.contracts.annotation.AnnotationView;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of annotations. While they answer, a change queues the embedding of its question in the
 * same transaction, so that no crash leaves one out.
 */
@ApplicationScoped
class AnnotationStore {

    private static final String MATCHES =
            " from annotation where app_id = $1 and ($2 = ''"
                    + " or strpos(lower(question), lower($2)) > 0"
                    + " or strpos(lower(answer), lower($2)) > 0)";

    private static final String PAGE =
            "select *" + MATCHES + " order by created_at desc, id desc limit $3 offset $4";

    private static final String FIND = "select * from annotation where id = $1 and app_id = $2";

    private static final String INSERT =
            "insert into annotation (id, app_id, question, answer, created_at)"
                    + " values ($1, $2, $3, $4, $5) returning *";

    private static final String FORGET_VECTORS =
            "delete from annotation_vector v using annotation a where a.id = v.annotation_id"
                    + " and a.id = $1 and a.app_id = $2 and a.question <> $3";

    private static final String UPDATE =
            "update annotation set question = $3, answer = $4 where id = $1 and app_id = $2"
                    + " returning *";

    private static final String DELETE = "delete from annotation where id = $1 and app_id = $2";

    private final Pool pool;
    private final AnnotationSettings settings;
    private final Ids ids;
    private final Clock clock;

    AnnotationStore(Pool pool, AnnotationSettings settings, Ids ids, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A page of an app's annotations, newest first.
     *
     * @param page counts from 1
     * @param keyword in the question or the answer, without case; empty for all
     */
    Uni<AnnotationPage> page(UUID appId, int page, int limit, String keyword) {
        return pool.preparedQuery("select count(*)" + MATCHES)
                .execute(Tuple.of(appId, keyword))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total ->
                        pool.preparedQuery(PAGE)
                                .execute(Tuple.of(appId, keyword, limit, (page - 1L) * limit))
                                .map(rows -> new AnnotationPage(total, list(rows))));
    }

    /** An annotation of an app. */
    Uni<Optional<AnnotationView>> find(UUID appId, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, appId))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** Adds an annotation. */
    Uni<AnnotationView> create(UUID appId, AnnotationText text) {
        Instant now = clock.instant();
        Tuple values =
                Tuple.of(
                        ids.next(),
                        appId,
                        storable(text.question()),
                        storable(text.answer()),
                        now.atOffset(ZoneOffset.UTC));
        return pool.withTransaction(transaction ->
                settings.touch(transaction, appId)
                        .chain(() -> transaction.preparedQuery(INSERT).execute(values))
                        .map(rows -> list(rows).getFirst())
                        .call(() -> EmbeddingJobs.queue(transaction, appId)));
    }

    /** Changes an annotation; fails with {@link AnnotationRefusedException} without one. */
    Uni<AnnotationView> update(UUID appId, UUID id, AnnotationText text) {
        String question = storable(text.question());
        return pool.withTransaction(transaction ->
                settings.touch(transaction, appId)
                        .chain(() ->
                                transaction
                                        .preparedQuery(FORGET_VECTORS)
                                        .execute(Tuple.of(id, appId, question)))
                        .chain(() ->
                                transaction
                                        .preparedQuery(UPDATE)
                                        .execute(
                                                Tuple.of(
                                                        id,
                                                        appId,
                                                        question,
                                                        storable(text.answer()))))
                        .map(rows ->
                                list(rows).stream()
                                        .findFirst()
                                        .orElseThrow(AnnotationRefusedException::noAnnotation))
                        .call(() -> EmbeddingJobs.queue(transaction, appId)));
    }

    /** Removes an annotation; fails with {@link AnnotationRefusedException} without one. */
    Uni<Void> delete(UUID appId, UUID id) {
        return pool.withTransaction(transaction ->
                settings.touch(transaction, appId)
                        .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(id, appId)))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw AnnotationRefusedException.noAnnotation();
                            }
                        })
                        .replaceWithVoid());
    }

    private static String storable(String text) {
        return text.replace("\0", "");
    }

    private static List<AnnotationView> list(RowSet<Row> rows) {
        List<AnnotationView> list = new ArrayList<>(rows.size());
        rows.forEach(row ->
                list.add(
                        new AnnotationView(
                                row.getUUID("id"),
                                row.getString("question"),
                                row.getString("answer"),
                                row.getInteger("hit_count"),
                                row.getOffsetDateTime("created_at").toInstant())));
        return list;
    }
}
