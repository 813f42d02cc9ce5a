package io.holdfast.vector.segment;

import io.holdfast.vector.database.Database;
import io.holdfast.vector.index.ChangeSource;
import io.holdfast.vector.index.IndexChange;
import io.holdfast.vector.index.IndexedSegment;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What indexes follow, out of PostgreSQL. */
@Singleton
public class StoredChanges implements ChangeSource {

    private final Database database;

    StoredChanges(Database database) {
        this.database = database;
    }

    @Override
    public long newest(UUID datasetId) {
        return database.first(
                        "select change_seq from dataset where id = $1",
                        Tuple.of(datasetId),
                        row -> row.getLong(0))
                .orElse(0L);
    }

    @Override
    public List<IndexChange> after(UUID datasetId, long seq, int limit) {
        return database.list(
                "select seq, document_id, removed from index_change"
                        + " where dataset_id = $1 and seq > $2 order by seq limit $3",
                Tuple.of(datasetId, seq, limit),
                row -> new IndexChange(row.getLong(0), row.getUUID(1), row.getBoolean(2)));
    }

    @Override
    public List<IndexedSegment> segments(UUID documentId) {
        return database.list(
                "select s.id, s.content, s.keywords, e.vector from segment s"
                        + " join document d on d.id = s.document_id"
                        + " left join segment_embedding e on e.segment_id = s.id"
                        + " where s.document_id = $1 and d.indexing_status = 'completed'"
                        + " and d.enabled and not d.archived and s.enabled order by s.position",
                Tuple.of(documentId),
                StoredChanges::segment);
    }

    private static IndexedSegment segment(Row row) {
        Buffer vector = row.getBuffer("vector");
        return new IndexedSegment(
                row.getUUID("id"),
                row.getString("content"),
                List.of(row.getArrayOfStrings("keywords")),
                vector == null ? null : Vectors.fromBytes(vector.getDelegate()));
    }
}
