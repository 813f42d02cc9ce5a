package io.holdfast.engine.app.annotation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** The history of what annotations have answered. */
@ApplicationScoped
class AnnotationHits {

    private static final String NOTE =
            """
            with hit as (
                insert into annotation_hit (run_id, annotation_id, app_id, end_user, query,
                    question, answer, score, created_at)
                select $1, a.id, $3, $4, $5, $6, $7, $8, $9 from annotation a
                where a.id = $2 and a.app_id = $3
                on conflict (run_id) do nothing
                returning annotation_id)
            update annotation set hit_count = hit_count + 1
            from hit where annotation.id = hit.annotation_id
            """;

    private final Pool pool;
    private final Clock clock;

    AnnotationHits(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Notes a hit, once for each run. */
    Uni<Void> note(UUID runId, UUID appId, String user, String query, AnnotationMatch match) {
        Tuple values =
                Tuple.tuple()
                        .addValue(runId)
                        .addValue(match.id())
                        .addValue(appId)
                        .addValue(user.replace("\0", ""))
                        .addValue(query.replace("\0", ""))
                        .addValue(match.question())
                        .addValue(match.answer())
                        .addValue(match.score())
                        .addValue(clock.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(NOTE).execute(values).replaceWithVoid();
    }
}
