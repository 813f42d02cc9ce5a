package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.vector.database.Database;
import io.holdfast.vector.index.Hit;
import io.holdfast.vector.metadata.StoredMetadata;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the segments that an index offered; what is gone or cannot answer now is left out. */
@Singleton
class Passages {

    private static final String READ =
            "select s.id, s.dataset_id, ds.name as dataset_name, s.document_id,"
                    + " d.name as document_name, d.doc_metadata, s.position, s.content,"
                    + " s.word_count, s.tokens, s.keywords, s.index_node_id, s.hash, s.hit_count,"
                    + " d.created_by, s.created_at, d.splitting_completed_at, d.completed_at"
                    + " from segment s join document d on d.id = s.document_id"
                    + " join dataset ds on ds.id = s.dataset_id where s.id = any($1) and s.enabled"
                    + " and d.enabled and not d.archived and d.indexing_status = 'completed'";

    private static final String COUNT_HITS =
            "update segment set hit_count = hit_count + 1 where id = any($1)";

    private final Database database;

    Passages(Database database) {
        this.database = database;
    }

    /** The passages of the hits, with the hits' scores, in the hits' order. */
    List<RetrievedPassage> read(List<Hit> hits) {
        if (hits.isEmpty()) {
            return List.of();
        }
        Map<UUID, Double> scores = new HashMap<>();
        hits.forEach(hit -> scores.put(hit.segmentId(), hit.score()));
        Map<UUID, RetrievedPassage> read = new HashMap<>();
        UUID[] ids = hits.stream().map(Hit::segmentId).toArray(UUID[]::new);
        database.list(READ, Tuple.of(ids), row -> passage(row, scores))
                .forEach(passage -> read.put(passage.segmentId(), passage));
        List<RetrievedPassage> ordered = new ArrayList<>(read.size());
        for (Hit hit : hits) {
            RetrievedPassage passage = read.get(hit.segmentId());
            if (passage != null) {
                ordered.add(passage);
            }
        }
        return ordered;
    }

    /** Counts one more answer for each. */
    void countHits(Collection<UUID> segments) {
        UUID[] sorted = segments.stream().sorted().toArray(UUID[]::new);
        database.update(COUNT_HITS, Tuple.of(sorted));
    }

    private static RetrievedPassage passage(Row row, Map<UUID, Double> scores) {
        UUID id = row.getUUID("id");
        return new RetrievedPassage(
                id,
                row.getUUID("dataset_id"),
                row.getString("dataset_name"),
                row.getUUID("document_id"),
                row.getString("document_name"),
                "upload_file",
                StoredMetadata.read(row.getJsonObject("doc_metadata")),
                row.getInteger("position"),
                row.getString("content"),
                row.getLong("word_count"),
                row.getLong("tokens"),
                List.of(row.getArrayOfStrings("keywords")),
                row.getUUID("index_node_id"),
                row.getString("hash"),
                row.getLong("hit_count"),
                row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "splitting_completed_at"),
                instant(row, "completed_at"),
                scores.getOrDefault(id, 0.0));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
