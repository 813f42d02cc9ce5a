package io.holdfast.engine.app.annotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/** Finds the annotation that answers a query without a model (dsl.md 5.2 point 4, 5.5). */
@ApplicationScoped
public class AnnotationMatcher {

    private static final Logger LOGGER = Logger.getLogger(AnnotationMatcher.class);

    private final AnnotationSettings settings;
    private final AnnotationIndexes indexes;
    private final AnnotationStore store;
    private final AnnotationHits hits;
    private final QuestionEmbedder embedder;
    private final AnnotationConfig config;

    AnnotationMatcher(
            AnnotationSettings settings,
            AnnotationIndexes indexes,
            AnnotationStore store,
            AnnotationHits hits,
            QuestionEmbedder embedder,
            AnnotationConfig config) {
        this.settings = settings;
        this.indexes = indexes;
        this.store = store;
        this.hits = hits;
        this.embedder = embedder;
        this.config = config;
    }

    /** Whether an app's annotations answer at all. */
    public Uni<Boolean> isOn(UUID appId) {
        return settings.find(appId)
                .map(found -> found.filter(AnnotationSetting::enabled).isPresent());
    }

    /**
     * The annotation that is nearest to a query, if it is near enough; empty when the app's
     * annotations are off, and when the embedding model gives no vector in time. Blocks: for
     * virtual threads, which may be interrupted. A failure of the database is thrown as it came.
     */
    public Optional<AnnotationMatch> match(UUID appId, String query) throws InterruptedException {
        if (query.isBlank()) {
            return Optional.empty();
        }
        AnnotationSetting setting = await(settings.find(appId)).orElse(null);
        if (setting == null || !setting.enabled()) {
            return Optional.empty();
        }
        AnnotationIndex index = indexes.of(appId, setting);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        return vector(appId, setting.model(), query)
                .flatMap(vector -> index.nearest(vector, setting.threshold()))
                .flatMap(nearest -> read(appId, nearest));
    }

    /**
     * Notes in the history that a run was answered by an annotation, and counts it. The same run
     * counts once, however often it is noted; an annotation that is gone is not missed.
     *
     * @param user the end user as the caller names it
     */
    public Uni<Void> noteHit(
            UUID runId, UUID appId, String user, String query, AnnotationMatch match) {
        return hits.note(runId, appId, user, query, match);
    }

    /** A query goes on without annotations when there is no vector (as in Dify). */
    private Optional<UnitVector> vector(UUID appId, EmbeddingModel model, String query)
            throws InterruptedException {
        try {
            List<float[]> vectors = embedder.embed(model, List.of(query), config.matchWithin());
            return Optional.of(UnitVector.of(vectors.getFirst()));
        } catch (EmbeddingException | FaultToleranceException e) {
            LOGGER.warnf(
                    "A query of app %s is not compared with annotations: %s",
                    appId, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<AnnotationMatch> read(UUID appId, AnnotationIndex.Nearest nearest) {
        return await(store.find(appId, nearest.annotationId()))
                .map(found ->
                        new AnnotationMatch(
                                found.id(), found.question(), found.answer(), nearest.score()));
    }

    private <T> T await(Uni<T> work) {
        Duration patience = config.databaseTimeout();
        return work.await().atMost(patience);
    }
}
