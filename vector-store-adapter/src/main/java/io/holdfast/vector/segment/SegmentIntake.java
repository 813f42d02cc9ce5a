package io.holdfast.vector.segment;

import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.contracts.knowledge.SegmentReceipt;
import io.holdfast.contracts.knowledge.SegmentUpload;
import io.holdfast.platform.id.Ids;
import io.holdfast.vector.database.Database;
import io.holdfast.vector.failure.KnowledgeException;
import io.holdfast.vector.keyword.KeywordExtractor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a job sends. A batch may be sent again: a segment is known by its document and
 * position. An owner of the job that was replaced is refused.
 */
@Singleton
class SegmentIntake {

    private static final Logger LOG = Logger.getLogger(SegmentIntake.class);

    private static final String DATASET =
            "select dimension, keyword_number from dataset where id = $1 and tenant_id = $2";

    private static final String SETTLE_DIMENSION =
            "update dataset set dimension = coalesce(dimension, $2) where id = $1"
                    + " returning dimension";

    private static final String FENCE =
            "select revision, job_epoch, indexing_status from document"
                    + " where id = $1 and dataset_id = $2 and tenant_id = $3 for no key update";

    private static final String RAISE_FENCE = "update document set job_epoch = $2 where id = $1";

    private static final String STORE =
            "insert into segment (id, tenant_id, dataset_id, document_id, position, content, hash,"
                    + " index_node_id, word_count, tokens, keywords, created_at)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
                    + " on conflict (document_id, position) do update set content ="
                    + " excluded.content, hash = excluded.hash, word_count = excluded.word_count,"
                    + " tokens = excluded.tokens, keywords = excluded.keywords";

    private static final String STORE_VECTOR =
            "insert into segment_embedding (segment_id, vector) select id, $3 from segment"
                    + " where document_id = $1 and position = $2"
                    + " on conflict (segment_id) do update set vector = excluded.vector";

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    SegmentIntake(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a batch.
     *
     * @throws KnowledgeException as {@link SegmentUpload} says
     */
    SegmentReceipt take(UUID tenantId, UUID documentId, SegmentUpload upload) {
        Batch batch = prepare(tenantId, documentId, upload);
        return database.transaction(connection ->
                checkDimension(connection, batch)
                        .chain(() -> checkFence(connection, batch))
                        .chain(() -> store(connection, batch)));
    }

    /** Keywords and vectors are made before a connection is taken. */
    private Batch prepare(UUID tenantId, UUID documentId, SegmentUpload upload) {
        int keywords =
                database.first(
                                DATASET,
                                Tuple.of(upload.datasetId(), tenantId),
                                row -> row.getInteger("keyword_number"))
                        .orElseThrow(KnowledgeException::documentNotFound);
        List<Prepared> prepared = new ArrayList<>(upload.segments().size());
        int dimension = 0;
        for (NewSegment segment : upload.segments()) {
            Prepared ready = prepare(documentId, segment, keywords);
            prepared.add(ready);
            if (ready.vector != null) {
                int length = ready.vector.length() / Float.BYTES;
                requireDimension(dimension == 0 ? length : dimension, length);
                dimension = length;
            }
        }
        return new Batch(tenantId, documentId, upload, prepared, dimension);
    }

    private static Prepared prepare(UUID documentId, NewSegment segment, int keywords) {
        float[] given = segment.vector();
        float[] vector = given == null ? null : Vectors.normalised(given);
        if (given != null && vector == null) {
            LOG.warnf(
                    "segment %d of document %s has a vector without direction: found by text only",
                    segment.position(), documentId);
        }
        String content = segment.content().replace("\0", "");
        return new Prepared(
                segment,
                content,
                KeywordExtractor.extract(content, keywords).toArray(String[]::new),
                vector == null ? null : Vectors.toBytes(vector));
    }

    /** The dataset's row is locked before the document's, as everywhere. */
    private static Uni<Void> checkDimension(SqlConnection connection, Batch batch) {
        if (batch.dimension == 0) {
            return Uni.createFrom().voidItem();
        }
        UUID datasetId = batch.upload.datasetId();
        return connection
                .preparedQuery(DATASET)
                .execute(Tuple.of(datasetId, batch.tenantId))
                .map(rows -> one(rows).getInteger("dimension"))
                .chain(known ->
                        known != null
                                ? Uni.createFrom().item(known)
                                : connection
                                        .preparedQuery(SETTLE_DIMENSION)
                                        .execute(Tuple.of(datasetId, batch.dimension))
                                        .map(rows -> one(rows).getInteger(0)))
                .invoke(settled -> requireDimension(settled, batch.dimension))
                .replaceWithVoid();
    }

    private static void requireDimension(int expected, int given) {
        if (expected != given) {
            throw KnowledgeException.badRequest(
                    "dimension_mismatch",
                    "The dataset has vectors of %d dimensions, these have %d."
                            .formatted(expected, given));
        }
    }

    private static Uni<Void> checkFence(SqlConnection connection, Batch batch) {
        return connection
                .preparedQuery(FENCE)
                .execute(Tuple.of(batch.documentId, batch.upload.datasetId(), batch.tenantId))
                .map(SegmentIntake::one)
                .invoke(document -> refuseStale(document, batch.upload))
                .chain(() ->
                        connection
                                .preparedQuery(RAISE_FENCE)
                                .execute(Tuple.of(batch.documentId, batch.upload.epoch())))
                .replaceWithVoid();
    }

    private static void refuseStale(Row document, SegmentUpload upload) {
        if (document.getLong("revision") != upload.revision()
                || document.getString("indexing_status").equals("completed")) {
            throw KnowledgeException.conflict(
                    "stale_revision", "The document was queued anew or is complete.");
        }
        if (document.getLong("job_epoch") > upload.epoch()) {
            throw KnowledgeException.conflict(
                    "stale_epoch", "Another owner of the job has taken over.");
        }
    }

    private Uni<SegmentReceipt> store(SqlConnection connection, Batch batch) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        List<Tuple> rows = batch.prepared.stream().map(ready -> row(batch, ready)).toList();
        if (!rows.isEmpty()) {
            stored = connection.preparedQuery(STORE).executeBatch(rows).replaceWithVoid();
        }
        List<Tuple> vectors =
                batch.prepared.stream()
                        .filter(ready -> ready.vector != null)
                        .map(ready ->
                                Tuple.of(batch.documentId, ready.segment.position(), ready.vector))
                        .toList();
        if (!vectors.isEmpty()) {
            stored =
                    stored.chain(() ->
                            connection
                                    .preparedQuery(STORE_VECTOR)
                                    .executeBatch(vectors)
                                    .replaceWithVoid());
        }
        return stored.chain(() ->
                        connection
                                .preparedQuery(
                                        "select count(*)::int from segment"
                                                + " where document_id = $1")
                                .execute(Tuple.of(batch.documentId)))
                .map(rows2 -> new SegmentReceipt(one(rows2).getInteger(0)));
    }

    private Tuple row(Batch batch, Prepared ready) {
        return Tuple.tuple()
                .addValue(ids.next())
                .addValue(batch.tenantId)
                .addValue(batch.upload.datasetId())
                .addValue(batch.documentId)
                .addValue(ready.segment.position())
                .addValue(ready.content)
                .addValue(ready.segment.hash())
                .addValue(ids.next())
                .addValue(ready.segment.wordCount())
                .addValue(ready.segment.tokens())
                .addValue(ready.keywords)
                .addValue(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static Row one(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw KnowledgeException.documentNotFound();
        }
        return rows.iterator().next();
    }

    /** A batch as it will be stored; dimension 0 means without vectors. */
    private record Batch(
            UUID tenantId,
            UUID documentId,
            SegmentUpload upload,
            List<Prepared> prepared,
            int dimension) {}

    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    private record Prepared(
            NewSegment segment, String content, String[] keywords, @Nullable Buffer vector) {}
}
