package io.holdfast.contracts.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the job of a document is: payload of topic {@code holdfast.job-progress}, event type
 * {@code job.progress}, key the document id. Times are set once reached and repeated afterwards.
 *
 * @param epoch of the job's owner; progress of an older one is stale
 * @param sequence grows within a job; older progress is ignored
 * @param wordCount characters of the extracted text; null before parsing ended
 * @param tokens tokens embedded so far
 * @param error shown to the user; null unless {@code status} is error
 */
public record JobProgress(
        UUID jobId,
        UUID tenantId,
        UUID datasetId,
        UUID documentId,
        long revision,
        long epoch,
        long sequence,
        IndexingStatus status,
        @Nullable Instant processingStartedAt,
        @Nullable Instant parsingCompletedAt,
        @Nullable Instant cleaningCompletedAt,
        @Nullable Instant splittingCompletedAt,
        @Nullable Instant endedAt,
        @Nullable Long wordCount,
        int totalSegments,
        int completedSegments,
        long tokens,
        @Nullable String error) {

    /** The type of the event that carries it, version 1. */
    public static final String EVENT_TYPE = "job.progress";
}
