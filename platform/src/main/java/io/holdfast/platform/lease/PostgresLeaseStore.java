package io.holdfast.platform.lease;

import io.holdfast.platform.database.ControlPool;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Leases in the table {@code lease} of the service's own schema; the database's clock counts. */
@Singleton
@DefaultBean
public class PostgresLeaseStore implements LeaseStore {

    private static final String COLUMNS = " name, owner, epoch, expires_at";
    private static final String END = "clock_timestamp() + $3::bigint * interval '1 microsecond'";

    private static final String ACQUIRE =
            "insert into lease as l (name, owner, epoch, expires_at) values ($1, $2, 1, "
                    + END
                    + ") on conflict (name) do update set owner = excluded.owner,"
                    + " epoch = case when l.owner = excluded.owner"
                    + " and l.expires_at > clock_timestamp() then l.epoch else l.epoch + 1 end,"
                    + " expires_at = excluded.expires_at"
                    + " where l.expires_at <= clock_timestamp() or l.owner = excluded.owner"
                    + " returning"
                    + COLUMNS;
    private static final String RENEW =
            "update lease set expires_at = "
                    + END
                    + " where name = $1 and owner = $2 and epoch = $4 returning"
                    + COLUMNS;
    private static final String RELEASE =
            "update lease set expires_at = least(expires_at, clock_timestamp())"
                    + " where name = $1 and owner = $2 and epoch = $3";
    private static final String HELD =
            "select"
                    + COLUMNS
                    + " from lease where starts_with(name, $1) and expires_at > clock_timestamp()"
                    + " order by name";
    private static final String REMOVE_LAPSED =
            "delete from lease where name in (select name from lease where starts_with(name, $1)"
                    + " and expires_at <= clock_timestamp() for update skip locked)"
                    + " and expires_at <= clock_timestamp() returning"
                    + COLUMNS;

    private final Pool pool;

    @Inject
    PostgresLeaseStore(ControlPool control) {
        this(control.pool());
    }

    public PostgresLeaseStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Lease>> acquire(String name, String owner, Duration timeToLive) {
        return query(ACQUIRE, Tuple.of(name, owner, micros(timeToLive)))
                .map(PostgresLeaseStore::first);
    }

    @Override
    public Uni<Optional<Lease>> renew(Lease lease, Duration timeToLive) {
        Tuple values = Tuple.of(lease.name(), lease.owner(), micros(timeToLive), lease.epoch());
        return query(RENEW, values).map(PostgresLeaseStore::first);
    }

    @Override
    public Uni<Boolean> release(Lease lease) {
        return query(RELEASE, Tuple.of(lease.name(), lease.owner(), lease.epoch()))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<List<Lease>> held(String prefix) {
        return query(HELD, Tuple.of(prefix)).map(PostgresLeaseStore::all);
    }

    @Override
    public Uni<List<Lease>> removeLapsed(String prefix) {
        return query(REMOVE_LAPSED, Tuple.of(prefix)).map(PostgresLeaseStore::all);
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Optional<Lease> first(RowSet<Row> rows) {
        List<Lease> all = all(rows);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    private static List<Lease> all(RowSet<Row> rows) {
        List<Lease> leases = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime end = Objects.requireNonNull(row.getOffsetDateTime("expires_at"));
            leases.add(
                    new Lease(
                            row.getString("name"),
                            row.getString("owner"),
                            row.getLong("epoch"),
                            end.toInstant()));
        }
        return leases;
    }
}
