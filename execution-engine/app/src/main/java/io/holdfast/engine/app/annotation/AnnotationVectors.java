package io.holdfast.engine.app.annotation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The table of what models made of questions. */
@ApplicationScoped
class AnnotationVectors {

    private static final String MISSING = missing("$1", "$2", "$3");

    /** A question that was changed meanwhile has no use for the vector. */
    private static final String STORE =
            "insert into annotation_vector (annotation_id, provider, model, vector)"
                    + " select a.id, $3, $4, $5 from annotation a"
                    + " where a.id = $1 and a.question = $2"
                    + " on conflict (annotation_id, provider, model)"
                    + " do update set vector = excluded.vector";

    private static final String ALL =
            "select v.annotation_id, v.vector from annotation_vector v"
                    + " join annotation a on a.id = v.annotation_id"
                    + " where a.app_id = $1 and v.provider = $2 and v.model = $3"
                    + " order by a.created_at desc, a.id desc";

    private static final String FORGET_OTHERS =
            "delete from annotation_vector v using annotation a where a.id = v.annotation_id"
                    + " and a.app_id = $1 and (v.provider, v.model) <> ($2, $3)";

    private final Pool pool;
    private final AnnotationSettings settings;

    AnnotationVectors(Pool pool, AnnotationSettings settings) {
        this.pool = pool;
        this.settings = settings;
    }

    /** A question of an annotation. */
    record Question(UUID annotationId, String text) {}

    /** A query: the annotations of an app of which a model has made nothing yet. */
    static String missing(String app, String provider, String model) {
        return "select a.id, a.question from annotation a where a.app_id = "
                + app
                + " and not exists (select 1 from annotation_vector v where v.annotation_id = a.id"
                + " and v.provider = "
                + provider
                + " and v.model = "
                + model
                + ")";
    }

    /** Questions of an app that are to be embedded, the oldest first. */
    Uni<List<Question>> missing(UUID appId, EmbeddingModel model, int limit) {
        return pool.preparedQuery(MISSING + " order by a.created_at, a.id limit $4")
                .execute(Tuple.of(appId, model.provider(), model.name(), limit))
                .map(rows ->
                        list(
                                rows,
                                row -> new Question(row.getUUID("id"), row.getString("question"))));
    }

    /** Whether a question of an app is to be embedded. */
    Uni<Boolean> isMissing(SqlConnection transaction, UUID appId, EmbeddingModel model) {
        return transaction
                .preparedQuery(MISSING + " limit 1")
                .execute(Tuple.of(appId, model.provider(), model.name()))
                .map(rows -> rows.size() > 0);
    }

    /** Stores vectors of questions that are still asked like that. */
    Uni<Void> store(
            UUID appId, EmbeddingModel model, List<Question> questions, List<float[]> vectors) {
        List<Tuple> rows = new ArrayList<>(questions.size());
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            rows.add(
                    Tuple.of(
                            question.annotationId(),
                            question.text(),
                            model.provider(),
                            model.name(),
                            UnitVector.of(vectors.get(i)).bytes()));
        }
        return pool.withTransaction(transaction ->
                settings.touch(transaction, appId)
                        .chain(() -> transaction.preparedQuery(STORE).executeBatch(rows))
                        .replaceWithVoid());
    }

    /** All vectors that a model made for an app, those of the newest annotations first. */
    Uni<AnnotationIndex> index(UUID appId, EmbeddingModel model) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(appId, model.provider(), model.name()))
                .map(rows ->
                        new AnnotationIndex(
                                list(
                                        rows,
                                        row ->
                                                new AnnotationIndex.Entry(
                                                        row.getUUID("annotation_id"),
                                                        UnitVector.read(
                                                                row.getBuffer("vector")
                                                                        .getDelegate())))));
    }

    /** Forgets what other models made. */
    Uni<Void> forgetOthers(SqlConnection transaction, UUID appId, EmbeddingModel model) {
        return transaction
                .preparedQuery(FORGET_OTHERS)
                .execute(Tuple.of(appId, model.provider(), model.name()))
                .replaceWithVoid();
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }
}
