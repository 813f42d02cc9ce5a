package io.holdfast.vector.progress;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.JobProgress;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.inbox.EventIntake;
import io.holdfast.vector.segment.ChangeLog;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Moves a document through its states. What is older than what is known already (another revision,
 * an older owner, an earlier number) changes nothing.
 */
@ApplicationScoped
@RegisterForReflection(targets = {JobProgress.class, EventEnvelope.class})
class ProgressConsumer {

    private static final String CONSUMER = "document-progress";

    private static final String APPLY =
            "update document set indexing_status = $5, job_epoch = $3, progress_sequence = $4,"
                    + " processing_started_at = $6, parsing_completed_at = $7,"
                    + " cleaning_completed_at = $8, splitting_completed_at = $9,"
                    + " completed_at = case when $5 = 'completed' then $10::timestamptz end,"
                    + " stopped_at = case when $5 = 'error' then $10::timestamptz end,"
                    + " word_count = coalesce($11, word_count), total_segments = $12,"
                    + " tokens = $13, error = $14, updated_at = $15"
                    + " where id = $1 and revision = $2"
                    + " and (job_epoch, progress_sequence) < ($3, $4)"
                    + " and indexing_status not in ('completed', 'error')";

    /** An earlier attempt that cut the text otherwise may have left more than there is now. */
    private static final String CUT_SURPLUS =
            "delete from segment s using document d where d.id = $1 and s.document_id = d.id"
                    + " and d.revision = $2 and d.indexing_status = 'completed'"
                    + " and s.position > d.total_segments";

    private final EventIntake intake;
    private final Events events;
    private final Clock clock;

    ProgressConsumer(EventIntake intake, Events events, Clock clock) {
        this.intake = intake;
        this.events = events;
        this.clock = clock;
    }

    @Incoming("job-progress")
    Uni<Void> consume(String event) {
        return intake.take(CONSUMER, Topics.JOB_PROGRESS, event, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, EventEnvelope event) {
        if (!event.type().equals(JobProgress.EVENT_TYPE)) {
            return Uni.createFrom().voidItem();
        }
        JobProgress progress = events.payload(event, JobProgress.class);
        Uni<Void> applied =
                transaction.preparedQuery(APPLY).execute(values(progress)).replaceWithVoid();
        if (progress.status() != IndexingStatus.COMPLETED) {
            return applied;
        }
        // The dataset's row is locked before the document's, as everywhere. Publishing a document
        // that turns out not to be complete makes the indexes look at it once more, no more.
        return ChangeLog.published(transaction, progress.datasetId(), progress.documentId())
                .chain(() -> applied)
                .chain(() ->
                        transaction
                                .preparedQuery(CUT_SURPLUS)
                                .execute(Tuple.of(progress.documentId(), progress.revision())))
                .replaceWithVoid();
    }

    private Tuple values(JobProgress progress) {
        return Tuple.tuple()
                .addValue(progress.documentId())
                .addValue(progress.revision())
                .addValue(progress.epoch())
                .addValue(progress.sequence())
                .addValue(progress.status().wireName())
                .addValue(time(progress.processingStartedAt()))
                .addValue(time(progress.parsingCompletedAt()))
                .addValue(time(progress.cleaningCompletedAt()))
                .addValue(time(progress.splittingCompletedAt()))
                .addValue(time(progress.endedAt()))
                .addValue(progress.wordCount())
                .addValue(progress.totalSegments())
                .addValue(progress.tokens())
                .addValue(progress.error())
                .addValue(time(clock.instant()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
