package io.holdfast.scheduler.job;

import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.JobProgress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner has it.
 *
 * @param epoch of this claim
 * @param attempts failed attempts since the last batch that was stored
 * @param sequence of the last progress that was told
 * @param traceparent the trace of the request that queued it; null where nothing was traced
 * @param progress how far it is
 */
record IndexingJob(
        UUID id,
        UUID tenantId,
        UUID datasetId,
        UUID documentId,
        long revision,
        UUID owner,
        long epoch,
        int attempts,
        long sequence,
        @Nullable String traceparent,
        Progress progress) {

    /**
     * How far a job is.
     *
     * @param stored segments stored, in the order of their positions
     * @param wordCount characters of the text; null before it was read
     */
    record Progress(
            IndexingStatus stage,
            Times times,
            @Nullable Long wordCount,
            int total,
            int stored,
            long tokens,
            @Nullable String error) {

        Progress at(IndexingStatus next, Times reached) {
            return new Progress(next, reached, wordCount, total, stored, tokens, error);
        }

        Progress ofText(long characters) {
            return new Progress(stage, times, characters, total, stored, tokens, error);
        }

        Progress ofSegments(int all) {
            return new Progress(stage, times, wordCount, all, stored, tokens, error);
        }

        Progress withStored(int segments, long newTokens) {
            return new Progress(
                    stage, times, wordCount, total, segments, tokens + newTokens, error);
        }

        /** From the first segment again, the text being cut otherwise than before. */
        Progress fromTheFirst() {
            return new Progress(stage, times, wordCount, total, 0, 0, error);
        }

        Progress failed(String reason, Instant now) {
            return new Progress(
                    IndexingStatus.ERROR,
                    times.ended(now),
                    wordCount,
                    total,
                    stored,
                    tokens,
                    reason);
        }
    }

    /** When each stage was reached; null until then. */
    record Times(
            @Nullable Instant started,
            @Nullable Instant parsed,
            @Nullable Instant cleaned,
            @Nullable Instant split,
            @Nullable Instant ended) {

        Times started(Instant now) {
            return new Times(started == null ? now : started, parsed, cleaned, split, ended);
        }

        Times parsed(Instant now) {
            return new Times(started, parsed == null ? now : parsed, cleaned, split, ended);
        }

        Times cleaned(Instant now) {
            return new Times(started, parsed, cleaned == null ? now : cleaned, split, ended);
        }

        Times split(Instant now) {
            return new Times(started, parsed, cleaned, split == null ? now : split, ended);
        }

        Times ended(Instant now) {
            return new Times(started, parsed, cleaned, split, now);
        }
    }

    /** The job with newer progress. A batch that was stored ends a row of failed attempts. */
    IndexingJob next(Progress newer) {
        int failed = newer.stored() > progress.stored() ? 0 : attempts;
        return new IndexingJob(
                id,
                tenantId,
                datasetId,
                documentId,
                revision,
                owner,
                epoch,
                failed,
                sequence + 1,
                traceparent,
                newer);
    }

    /** What is told of it. */
    JobProgress told() {
        Times times = progress.times();
        return new JobProgress(
                id,
                tenantId,
                datasetId,
                documentId,
                revision,
                epoch,
                sequence,
                progress.stage(),
                times.started(),
                times.parsed(),
                times.cleaned(),
                times.split(),
                times.ended(),
                progress.wordCount(),
                progress.total(),
                progress.stored(),
                progress.tokens(),
                progress.error());
    }
}
