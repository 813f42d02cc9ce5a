package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.DocumentView;
import io.holdfast.contracts.knowledge.IndexingProgress;
import io.holdfast.contracts.knowledge.IndexingStatus;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.vector.metadata.StoredMetadata;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads rows of documents. */
@Singleton
class DocumentRows {

    /** What {@link #view} needs, of {@code document d}. */
    static final String COLUMNS =
            "d.id, d.dataset_id, d.position, d.name, d.batch, d.process_rule, d.doc_form,"
                    + " d.doc_language, d.indexing_status, d.error, d.enabled, d.archived,"
                    + " d.word_count, d.tokens, d.doc_metadata, d.created_by, d.created_at,"
                    + " d.updated_at, d.completed_at, (select coalesce(sum(s.hit_count), 0)::bigint"
                    + " from segment s where s.document_id = d.id) as hits";

    /** What {@link #progress} needs, of {@code document d}. */
    static final String PROGRESS_COLUMNS =
            "d.id, d.indexing_status, d.processing_started_at, d.parsing_completed_at,"
                    + " d.cleaning_completed_at, d.splitting_completed_at, d.completed_at, d.error,"
                    + " d.stopped_at, d.total_segments, (select count(*)::int from segment s where"
                    + " s.document_id = d.id) as stored";

    private final StoredJson json;

    DocumentRows(StoredJson json) {
        this.json = json;
    }

    DocumentView view(Row row) {
        JsonObject metadata = row.getJsonObject("doc_metadata");
        return new DocumentView(
                row.getUUID("id"),
                row.getUUID("dataset_id"),
                row.getInteger("position"),
                row.getString("name"),
                row.getString("batch"),
                "upload_file",
                json.read(row.getString("process_rule"), ProcessRule.class),
                row.getString("doc_form"),
                row.getString("doc_language"),
                IndexingStatus.of(row.getString("indexing_status")),
                row.getString("error"),
                row.getBoolean("enabled"),
                row.getBoolean("archived"),
                row.getLong("word_count"),
                row.getLong("tokens"),
                row.getLong("hits"),
                StoredMetadata.read(metadata),
                row.getString("created_by"),
                required(row, "created_at"),
                required(row, "updated_at"),
                instant(row, "completed_at"));
    }

    static IndexingProgress progress(Row row) {
        int total = row.getInteger("total_segments");
        return new IndexingProgress(
                row.getUUID("id"),
                IndexingStatus.of(row.getString("indexing_status")),
                instant(row, "processing_started_at"),
                instant(row, "parsing_completed_at"),
                instant(row, "cleaning_completed_at"),
                instant(row, "splitting_completed_at"),
                instant(row, "completed_at"),
                row.getString("error"),
                instant(row, "stopped_at"),
                row.getInteger("stored"),
                total);
    }

    private static Instant required(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
