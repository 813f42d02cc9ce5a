package io.holdfast.vector.segment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/**
 * Tells all indexes of a dataset, in the transaction of the change itself, what became of a
 * document. Changes of one dataset are numbered under its row's lock.
 */
public final class ChangeLog {

    private static final String APPEND =
            "with next as (update dataset set change_seq = change_seq + 1 where id = $1"
                    + " returning change_seq)"
                    + " insert into index_change (dataset_id, document_id, seq, removed)"
                    + " select $1, $2, change_seq, $3 from next"
                    + " on conflict (dataset_id, document_id)"
                    + " do update set seq = excluded.seq, removed = excluded.removed";

    private ChangeLog() {}

    /** The document's segments are to be found from now on. */
    public static Uni<Void> published(SqlConnection connection, UUID datasetId, UUID documentId) {
        return append(connection, datasetId, documentId, false);
    }

    /** The document is to be forgotten. */
    public static Uni<Void> removed(SqlConnection connection, UUID datasetId, UUID documentId) {
        return append(connection, datasetId, documentId, true);
    }

    private static Uni<Void> append(
            SqlConnection connection, UUID datasetId, UUID documentId, boolean removed) {
        return connection
                .preparedQuery(APPEND)
                .execute(Tuple.of(datasetId, documentId, removed))
                .replaceWithVoid();
    }
}
