package io.holdfast.contracts.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a document is (http-api.md 4.3, indexing-status). Times are null until reached.
 *
 * @param completedSegments segments stored
 * @param totalSegments segments that the text was cut into; 0 before it was
 */
public record IndexingProgress(
        UUID id,
        IndexingStatus indexingStatus,
        @Nullable Instant processingStartedAt,
        @Nullable Instant parsingCompletedAt,
        @Nullable Instant cleaningCompletedAt,
        @Nullable Instant splittingCompletedAt,
        @Nullable Instant completedAt,
        @Nullable String error,
        @Nullable Instant stoppedAt,
        int completedSegments,
        int totalSegments) {}
