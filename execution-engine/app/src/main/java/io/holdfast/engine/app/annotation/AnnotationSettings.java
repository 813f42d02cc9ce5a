package io.holdfast.engine.app.annotation;

import io.holdfast.engine.annotation.AnnotationReply;
import io.holdfast.engine.dsl.AppDefinition;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether and how annotations answer, app by app: as the API says, else as the app's file does. */
@ApplicationScoped
public class AnnotationSettings {

    /** What the API has set stays. */
    private static final String PUBLISH =
            """
            insert into annotation_reply (app_id, enabled, score_threshold, provider, model)
            values (cast(:app as uuid), :enabled, :threshold, :provider, :model)
            on conflict (app_id) do update set enabled = excluded.enabled,
                score_threshold = excluded.score_threshold, provider = excluded.provider,
                model = excluded.model, revision = annotation_reply.revision + 1
            where not annotation_reply.by_api
            """;

    private static final String TOUCH =
            "update annotation_reply set revision = revision + 1 where app_id = $1 returning *";

    private static final String FIND = "select * from annotation_reply where app_id = $1";

    private final Pool pool;

    AnnotationSettings(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes over what an app's new version says, in the transaction of its caller. Vectors that are
     * missing then are made as soon as an engine looks.
     */
    public Uni<Void> publish(UUID appId, AppDefinition definition) {
        AnnotationReply reply = AnnotationReply.of(definition);
        return Panache.getSession()
                .chain(session ->
                        session.flush() // the app's row comes first
                                .chain(() ->
                                        session.createNativeQuery(PUBLISH)
                                                .setParameter("app", appId.toString())
                                                .setParameter("enabled", reply.enabled())
                                                .setParameter("threshold", reply.scoreThreshold())
                                                .setParameter("provider", reply.provider())
                                                .setParameter("model", reply.model())
                                                .executeUpdate())
                                .chain(() ->
                                        session.createNativeQuery(EmbeddingJobs.QUEUE_IF_ENABLED)
                                                .setParameter("app", appId.toString())
                                                .executeUpdate()))
                .replaceWithVoid();
    }

    /**
     * What clients see of the feature (http-api.md 3.8).
     *
     * @return empty when what the app's file says is in force
     */
    public Uni<Optional<Map<String, Object>>> shown(UUID appId) {
        return find(appId).map(found -> found.filter(AnnotationSetting::byApi).map(this::shown));
    }

    private Map<String, Object> shown(AnnotationSetting setting) {
        if (!setting.enabled()) {
            return Map.of("enabled", false);
        }
        return Map.of(
                "enabled",
                true,
                "score_threshold",
                setting.threshold(),
                "embedding_model",
                Map.of(
                        "embedding_provider_name",
                        setting.model().provider(),
                        "embedding_model_name",
                        setting.model().name()));
    }

    /** The setting of an app; empty when there is no such app. */
    Uni<Optional<AnnotationSetting>> find(UUID appId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(appId))
                .map(rows ->
                        Optional.of(rows.iterator()).filter(i -> i.hasNext()).map(i -> i.next()))
                .map(row -> row.map(AnnotationSettings::setting));
    }

    /**
     * Notes a change of the app's annotations; until its transaction ends, nobody else changes any.
     *
     * @return the setting; fails with {@link AnnotationRefusedException} without such an app
     */
    Uni<AnnotationSetting> touch(SqlClient transaction, UUID appId) {
        return transaction
                .preparedQuery(TOUCH)
                .execute(Tuple.of(appId))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw AnnotationRefusedException.noApp();
                    }
                    return setting(rows.iterator().next());
                });
    }

    private static AnnotationSetting setting(Row row) {
        return new AnnotationSetting(
                row.getBoolean("enabled"),
                row.getDouble("score_threshold"),
                new EmbeddingModel(row.getString("provider"), row.getString("model")),
                row.getBoolean("by_api"),
                row.getLong("revision"));
    }
}
