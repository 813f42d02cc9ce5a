package io.holdfast.engine.app.annotation;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.annotation.AnnotatedAnswer;
import io.holdfast.engine.annotation.AnnotationRequest;
import io.holdfast.engine.app.step.CutOffException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.context.RunStart;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Looks for annotations before a run's graph begins. */
@ApplicationScoped
class AnnotationHandler implements StepHandler<Optional<AnnotatedAnswer>, AnnotationRequest> {

    /** Who wrote an annotation is not known: those that come over the API have no author. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String AUTHOR = "API";

    private final AnnotationMatcher matcher;
    private final AnnotationConfig config;

    AnnotationHandler(AnnotationMatcher matcher, AnnotationConfig config) {
        this.matcher = matcher;
        this.config = config;
    }

    @Override
    public Class<AnnotationRequest> requestType() {
        return AnnotationRequest.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws CutOffException when the database is away: the run waits for it
     */
    @Override
    public Optional<AnnotatedAnswer> handle(StepCall<AnnotationRequest> call)
            throws InterruptedException {
        try {
            Optional<AnnotationMatch> found =
                    matcher.match(call.run().appId(), call.request().query());
            found.ifPresent(match -> note(call.run(), call.request().query(), match));
            return found.map(match ->
                    new AnnotatedAnswer(
                            match.answer(), new RunEvent.Annotation(match.id(), NOBODY, AUTHOR)));
        } catch (RuntimeException e) {
            throw new CutOffException(String.valueOf(e.getMessage()), e);
        }
    }

    private void note(RunStart run, String query, AnnotationMatch match) {
        matcher.noteHit(run.runId(), run.appId(), run.user(), query, match)
                .await()
                .atMost(config.databaseTimeout());
    }
}
