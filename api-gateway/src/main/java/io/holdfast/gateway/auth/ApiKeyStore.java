package io.holdfast.gateway.auth;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The keys in the database. */
@Singleton
class ApiKeyStore {

    private static final String COLUMNS = "id, tenant_id, kind, app_id, hint, created_at";

    private final Pool pool;

    ApiKeyStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> insert(ApiKey key, byte[] hash) {
        Tuple values =
                Tuple.tuple()
                        .addValue(key.id())
                        .addValue(key.tenantId())
                        .addValue(key.kind().wireName())
                        .addValue(key.appId())
                        .addValue(key.hint())
                        .addValue(key.createdAt().atOffset(ZoneOffset.UTC))
                        .addValue(Buffer.buffer(hash));
        return pool.preparedQuery(
                        "insert into api_key ("
                                + COLUMNS
                                + ", key_hash)"
                                + " values ($1, $2, $3, $4, $5, $6, $7)")
                .execute(values)
                .replaceWithVoid();
    }

    Uni<Optional<ApiKey>> find(byte[] hash) {
        return pool.preparedQuery("select " + COLUMNS + " from api_key where key_hash = $1")
                .execute(Tuple.of(Buffer.buffer(hash)))
                .map(rows -> read(rows).stream().findFirst());
    }

    /** The keys of an app, or with null those of the tenant's knowledge; oldest first. */
    Uni<List<ApiKey>> list(UUID tenantId, @Nullable UUID appId) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from api_key where tenant_id = $1"
                                + " and app_id is not distinct from $2::uuid"
                                + " order by created_at, id")
                .execute(Tuple.of(tenantId, appId))
                .map(ApiKeyStore::read);
    }

    /** How many were deleted. */
    Uni<Integer> delete(UUID tenantId, @Nullable UUID appId, UUID keyId) {
        return pool.preparedQuery(
                        "delete from api_key where tenant_id = $1"
                                + " and app_id is not distinct from $2::uuid and id = $3")
                .execute(Tuple.of(tenantId, appId, keyId))
                .map(RowSet::rowCount);
    }

    Uni<Void> deleteOfApp(UUID appId) {
        return pool.preparedQuery("delete from api_key where app_id = $1")
                .execute(Tuple.of(appId))
                .replaceWithVoid();
    }

    private static List<ApiKey> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(ApiKeyStore::read).toList();
    }

    private static ApiKey read(Row row) {
        OffsetDateTime created = row.getOffsetDateTime("created_at");
        return new ApiKey(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                KeyKind.of(row.getString("kind")),
                row.getUUID("app_id"),
                row.getString("hint"),
                created.toInstant());
    }
}
