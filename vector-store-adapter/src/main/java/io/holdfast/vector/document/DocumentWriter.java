package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.DocumentView;
import io.holdfast.vector.segment.ChangeLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Writes a document's row: a new one, or the one of that name anew (http-api.md 4.3). */
@Singleton
class DocumentWriter {

    private static final String SAME_NAME =
            "select id from document where dataset_id = $1 and name = $2 and enabled"
                    + " and not archived order by created_at, id limit 1 for update";

    private static final String NEXT_POSITION =
            "update dataset set document_counter = document_counter + 1 where id = $1"
                    + " returning document_counter";

    private static final String INSERT =
            "insert into document (id, tenant_id, dataset_id, position, name, batch, text,"
                    + " doc_form, doc_language, process_rule, doc_metadata, indexing_status,"
                    + " created_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7,"
                    + " 'text_model', $8, $9, $10, 'waiting', $11, $12, $12)";

    private static final String AGAIN =
            "update document set batch = $2, text = $3, doc_language = $4, process_rule = $5,"
                    + " doc_metadata = $6, indexing_status = 'waiting', error = null, word_count ="
                    + " 0, tokens = null, total_segments = 0, revision = revision + 1, job_epoch ="
                    + " 0, progress_sequence = 0, processing_started_at = null,"
                    + " parsing_completed_at = null, cleaning_completed_at = null,"
                    + " splitting_completed_at = null, completed_at = null, stopped_at = null,"
                    + " updated_at = $7 where id = $1";

    private static final String READ =
            "select d.revision, " + DocumentRows.COLUMNS + " from document d where d.id = $1";

    private final DocumentRows rows;
    private final StoredJson json;

    DocumentWriter(DocumentRows rows, StoredJson json) {
        this.rows = rows;
        this.json = json;
    }

    /** The document as it is now, and how often it was queued. */
    record Written(DocumentView view, long revision) {}

    /** The dataset's row is locked already. */
    Uni<Written> write(SqlConnection connection, Intake intake) {
        return connection
                .preparedQuery(SAME_NAME)
                .execute(Tuple.of(intake.datasetId(), intake.name()))
                .chain(same ->
                        same.size() == 0
                                ? insert(connection, intake)
                                : again(connection, intake, id(same)))
                .chain(id -> connection.preparedQuery(READ).execute(Tuple.of(id)))
                .map(read -> read.iterator().next())
                .map(row -> new Written(rows.view(row), row.getLong("revision")));
    }

    private Uni<UUID> insert(SqlConnection connection, Intake intake) {
        return connection
                .preparedQuery(NEXT_POSITION)
                .execute(Tuple.of(intake.datasetId()))
                .map(counted -> counted.iterator().next().getInteger(0))
                .chain(position ->
                        connection.preparedQuery(INSERT).execute(inserted(intake, position)))
                .replaceWith(intake.documentId());
    }

    private Tuple inserted(Intake intake, int position) {
        return Tuple.tuple()
                .addValue(intake.documentId())
                .addValue(intake.tenantId())
                .addValue(intake.datasetId())
                .addValue(position)
                .addValue(intake.name())
                .addValue(intake.batch())
                .addValue(intake.text())
                .addValue(intake.language())
                .addValue(json.write(intake.rule()))
                .addValue(intake.metadata())
                .addValue(intake.createdBy())
                .addValue(intake.now());
    }

    /** What it said until now is taken out of the index and comes back with the new text. */
    private Uni<UUID> again(SqlConnection connection, Intake intake, UUID id) {
        Tuple values =
                Tuple.tuple()
                        .addValue(id)
                        .addValue(intake.batch())
                        .addValue(intake.text())
                        .addValue(intake.language())
                        .addValue(json.write(intake.rule()))
                        .addValue(intake.metadata())
                        .addValue(intake.now());
        return ChangeLog.removed(connection, intake.datasetId(), id)
                .chain(() ->
                        connection
                                .preparedQuery("delete from segment where document_id = $1")
                                .execute(Tuple.of(id)))
                .chain(() -> connection.preparedQuery(AGAIN).execute(values))
                .replaceWith(id);
    }

    private static UUID id(RowSet<Row> rows) {
        return rows.iterator().next().getUUID("id");
    }
}
