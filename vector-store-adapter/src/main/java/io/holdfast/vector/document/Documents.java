package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.BatchProgress;
import io.holdfast.contracts.knowledge.DocumentPage;
import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.DocumentView;
import io.holdfast.contracts.knowledge.IndexingProgress;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.ProcessRule;
import io.holdfast.vector.database.Database;
import io.holdfast.vector.failure.KnowledgeException;
import io.holdfast.vector.segment.ChangeLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Documents as they are shown, handed to the job that indexes them, and deleted. */
@Singleton
class Documents {

    private static final String SOURCE =
            "select d.dataset_id, d.revision, d.text, d.process_rule, s.indexing_technique,"
                    + " s.embedding_provider, s.embedding_model from document d"
                    + " join dataset s on s.id = d.dataset_id where d.id = $1 and d.tenant_id = $2";

    private final Database database;
    private final DocumentRows rows;
    private final StoredJson json;

    Documents(Database database, DocumentRows rows, StoredJson json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    DocumentPage page(UUID tenantId, UUID datasetId, int page, int limit, String keyword) {
        requireDataset(tenantId, datasetId);
        List<DocumentView> data =
                database.list(
                        "select "
                                + DocumentRows.COLUMNS
                                + " from document d where d.dataset_id = $1"
                                + " and position(lower($2) in lower(d.name)) > 0"
                                + " order by d.created_at desc, d.id desc limit $3 offset $4",
                        Tuple.of(datasetId, keyword, limit, (page - 1L) * limit),
                        rows::view);
        long total =
                database.first(
                                "select count(*) from document where dataset_id = $1"
                                        + " and position(lower($2) in lower(name)) > 0",
                                Tuple.of(datasetId, keyword),
                                row -> row.getLong(0))
                        .orElse(0L);
        return new DocumentPage(page, limit, total, (long) page * limit < total, data);
    }

    BatchProgress progress(UUID tenantId, UUID datasetId, String batch) {
        List<IndexingProgress> documents =
                database.list(
                        "select "
                                + DocumentRows.PROGRESS_COLUMNS
                                + " from document d where d.dataset_id = $1 and d.batch = $2"
                                + " and d.tenant_id = $3 order by d.position",
                        Tuple.of(datasetId, batch, tenantId),
                        DocumentRows::progress);
        if (documents.isEmpty()) {
            throw KnowledgeException.documentsNotFound();
        }
        return new BatchProgress(documents);
    }

    DocumentSource source(UUID tenantId, UUID documentId, long revision) {
        DocumentSource source =
                database.first(SOURCE, Tuple.of(documentId, tenantId), row -> read(documentId, row))
                        .orElseThrow(KnowledgeException::documentNotFound);
        if (source.revision() != revision) {
            throw KnowledgeException.conflict(
                    "stale_revision", "The document was queued anew in the meantime.");
        }
        return source;
    }

    private DocumentSource read(UUID documentId, Row row) {
        IndexingTechnique technique = IndexingTechnique.of(row.getString("indexing_technique"));
        boolean embeds = technique == IndexingTechnique.HIGH_QUALITY;
        return new DocumentSource(
                row.getUUID("dataset_id"),
                documentId,
                row.getLong("revision"),
                row.getString("text"),
                technique,
                embeds ? row.getString("embedding_provider") : null,
                embeds ? row.getString("embedding_model") : null,
                json.read(row.getString("process_rule"), ProcessRule.class));
    }

    /** Its segments go at once; a job that still works on it ends when it next looks. */
    void delete(UUID tenantId, UUID datasetId, UUID documentId) {
        boolean found =
                database.transaction(
                        connection -> delete(connection, tenantId, datasetId, documentId));
        if (!found) {
            throw KnowledgeException.documentNotFound();
        }
    }

    private static Uni<Boolean> delete(
            SqlConnection connection, UUID tenantId, UUID datasetId, UUID documentId) {
        // The change first: its lock on the dataset is the one that all writers take first.
        return ChangeLog.removed(connection, datasetId, documentId)
                .chain(() ->
                        connection
                                .preparedQuery(
                                        "delete from document where id = $1"
                                                + " and dataset_id = $2 and tenant_id = $3")
                                .execute(Tuple.of(documentId, datasetId, tenantId)))
                .map(deleted -> deleted.rowCount() > 0);
    }

    private void requireDataset(UUID tenantId, UUID datasetId) {
        boolean known =
                database.first(
                                "select 1 from dataset where id = $1 and tenant_id = $2",
                                Tuple.of(datasetId, tenantId),
                                row -> true)
                        .isPresent();
        if (!known) {
            throw KnowledgeException.datasetNotFound();
        }
    }
}
