package io.holdfast.scheduler.job;

import io.holdfast.contracts.knowledge.IndexingStatus;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Jobs as rows. */
final class JobRows {

    private JobRows() {}

    static IndexingJob job(Row row) {
        return new IndexingJob(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("dataset_id"),
                row.getUUID("document_id"),
                row.getLong("revision"),
                row.getUUID("owner"),
                row.getLong("epoch"),
                row.getInteger("attempts"),
                row.getLong("sequence"),
                row.getString("traceparent"),
                new IndexingJob.Progress(
                        IndexingStatus.of(row.getString("stage")),
                        times(row),
                        row.getLong("word_count"),
                        row.getInteger("total"),
                        row.getInteger("stored"),
                        row.getLong("tokens"),
                        null));
    }

    private static IndexingJob.Times times(Row row) {
        return new IndexingJob.Times(
                instant(row, "processing_started_at"),
                instant(row, "parsing_completed_at"),
                instant(row, "cleaning_completed_at"),
                instant(row, "splitting_completed_at"),
                instant(row, "ended_at"));
    }

    /** The values of a save, after the fence's. */
    static Tuple saved(IndexingJob job, String status) {
        IndexingJob.Progress progress = job.progress();
        IndexingJob.Times times = progress.times();
        return Tuple.tuple()
                .addValue(job.id())
                .addValue(job.owner())
                .addValue(job.epoch())
                .addValue(status)
                .addValue(job.attempts())
                .addValue(job.sequence())
                .addValue(progress.stage().wireName())
                .addValue(progress.stored())
                .addValue(progress.total())
                .addValue(progress.wordCount())
                .addValue(progress.tokens())
                .addValue(offset(times.started()))
                .addValue(offset(times.parsed()))
                .addValue(offset(times.cleaned()))
                .addValue(offset(times.split()))
                .addValue(offset(times.ended()))
                .addValue(progress.error());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
