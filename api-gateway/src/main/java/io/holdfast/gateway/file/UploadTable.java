package io.holdfast.gateway.file;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The uploaded files in the database. */
@Singleton
class UploadTable {

    private static final String COLUMNS =
            "id, tenant_id, app_id, end_user, name, extension, mime_type, size, created_at";

    private final Pool pool;

    UploadTable(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(StoredUpload file) {
        Tuple values =
                Tuple.tuple()
                        .addValue(file.id())
                        .addValue(file.tenantId())
                        .addValue(file.appId())
                        .addValue(file.user())
                        .addValue(file.name())
                        .addValue(file.extension())
                        .addValue(file.mimeType())
                        .addValue(file.size())
                        .addValue(file.createdAt().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(
                        "insert into uploaded_file ("
                                + COLUMNS
                                + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .execute(values)
                .replaceWithVoid();
    }

    Uni<Optional<StoredUpload>> find(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from uploaded_file where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> read(rows).stream().findFirst());
    }

    /** Those of the ids that a user of an app has sent. */
    Uni<List<StoredUpload>> find(Collection<UUID> ids, UUID appId, String user) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from uploaded_file"
                                + " where id = any($1) and app_id = $2 and end_user = $3")
                .execute(Tuple.of(ids.toArray(UUID[]::new), appId, user))
                .map(UploadTable::read);
    }

    private static List<StoredUpload> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(UploadTable::read).toList();
    }

    private static StoredUpload read(Row row) {
        return new StoredUpload(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getUUID("app_id"),
                row.getString("end_user"),
                row.getString("name"),
                row.getString("extension"),
                row.getString("mime_type"),
                row.getLong("size"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
