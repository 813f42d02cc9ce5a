package io.holdfast.engine.app.annotation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Embeds the questions of a job, batch by batch, until none is missing. What is stored stays: who
 * goes on after another engine embeds the rest.
 */
@ApplicationScoped
class EmbeddingWorker {

    private static final Logger LOGGER = Logger.getLogger(EmbeddingWorker.class);
    private static final int MOST_DOUBLINGS = 20;

    private final EmbeddingJobs jobs;
    private final AnnotationSettings settings;
    private final AnnotationVectors vectors;
    private final QuestionEmbedder embedder;
    private final AnnotationConfig config;

    EmbeddingWorker(
            EmbeddingJobs jobs,
            AnnotationSettings settings,
            AnnotationVectors vectors,
            QuestionEmbedder embedder,
            AnnotationConfig config) {
        this.jobs = jobs;
        this.settings = settings;
        this.vectors = vectors;
        this.embedder = embedder;
        this.config = config;
    }

    /**
     * Works on a job.
     *
     * @param mine whether it may be worked on; asked before each batch
     */
    void work(EmbeddingJob job, BooleanSupplier mine) throws InterruptedException {
        int failed = job.attempts();
        try {
            while (mine.getAsBoolean() && !step(job)) {
                failed = 0;
            }
        } catch (JobLostException e) {
            LOGGER.infof("Stopped: %s", e.getMessage());
        } catch (RuntimeException e) {
            // The worker's edge: whatever happened becomes the job's state.
            settle(job, failed + 1, e, mine);
        }
    }

    /** Embeds a batch, or ends the job. */
    private boolean step(EmbeddingJob job) throws InterruptedException {
        Optional<EmbeddingModel> model = model(job);
        if (model.isEmpty()) {
            await(jobs.remove(job));
            return true;
        }
        List<AnnotationVectors.Question> batch =
                await(vectors.missing(job.appId(), model.get(), config.batch()));
        if (batch.isEmpty()) {
            return await(jobs.complete(job, model.get()));
        }
        List<float[]> embedded =
                embedder.embed(
                        model.get(),
                        batch.stream().map(AnnotationVectors.Question::text).toList(),
                        config.embeddingTimeout());
        await(vectors.store(job.appId(), model.get(), batch, embedded));
        return false;
    }

    /** The model that makes the vectors; empty when none are needed any more. */
    private Optional<EmbeddingModel> model(EmbeddingJob job) {
        return Optional.ofNullable(job.toEnable())
                .or(() ->
                        await(settings.find(job.appId()))
                                .filter(AnnotationSetting::enabled)
                                .map(AnnotationSetting::model));
    }

    /** Where this cannot be written, the job is claimed again once it is seen to be idle. */
    private void settle(
            EmbeddingJob job, int failed, RuntimeException fault, BooleanSupplier mine) {
        if (!mine.getAsBoolean()) {
            return;
        }
        LOGGER.warnf(
                "Annotations of app %s are not embedded, failure %d in a row: %s",
                job.appId(), failed, fault);
        try {
            if (isHopeless(job, failed, fault)) {
                await(jobs.giveUp(job, reason(fault)));
            } else {
                await(jobs.putOff(job, failed, pause(failed)));
            }
        } catch (RuntimeException e) {
            LOGGER.warnf("The state of embedding job %s is not saved: %s", job.id(), e);
        }
    }

    /** Somebody waits for the end of switching on; what answers already is tried for ever. */
    private boolean isHopeless(EmbeddingJob job, int failed, RuntimeException fault) {
        return job.toEnable() != null
                && (fault instanceof EmbeddingRefusedException || failed >= config.attempts());
    }

    private static String reason(RuntimeException fault) {
        String told =
                fault instanceof EmbeddingRefusedException refused
                        ? refused.reason()
                        : fault.getMessage();
        return told == null || told.isEmpty() ? fault.getClass().getSimpleName() : told;
    }

    private Duration pause(int failed) {
        Duration pause =
                config.firstPause().multipliedBy(1L << Math.min(failed - 1, MOST_DOUBLINGS));
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }

    private <T> T await(Uni<T> work) {
        return work.await().atMost(config.databaseTimeout());
    }
}
