package io.holdfast.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The relay's side of the table. */
@Singleton
class OutboxTable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private static final String FIRST =
            "select seq, topic, key, value, traceparent from outbox order by seq limit $1";
    private static final String REMOVE = "delete from outbox where seq = any($1)";
    private static final String REFUSE =
            "with refused as (delete from outbox where seq = $1"
                    + " returning seq, topic, key, value, created_at)"
                    + " insert into outbox_refused (seq, topic, key, value, created_at, reason)"
                    + " select seq, topic, key, value, created_at, $2 from refused";
    private static final String BACKLOG =
            "select count(*) as events, coalesce(extract(epoch from clock_timestamp() -"
                    + " min(created_at)), 0)::float8 as seconds from outbox";

    private final Pool pool;

    @Inject
    OutboxTable(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits.
     *
     * @param events how many
     * @param oldestSeconds how long the oldest has waited
     */
    record Backlog(long events, double oldestSeconds) {}

    Uni<List<OutboxRow>> first(int limit) {
        return query(FIRST, Tuple.of(limit)).map(OutboxTable::rows);
    }

    Uni<Void> remove(List<OutboxRow> published) {
        Long[] places = published.stream().map(OutboxRow::seq).toArray(Long[]::new);
        return query(REMOVE, Tuple.tuple().addArrayOfLong(places)).replaceWithVoid();
    }

    /** Sets an event aside that the broker will never take, so that those behind it can go. */
    Uni<Void> refuse(OutboxRow row, String reason) {
        return query(REFUSE, Tuple.of(row.seq(), reason)).replaceWithVoid();
    }

    Uni<Backlog> backlog() {
        return query(BACKLOG, Tuple.tuple())
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong("events"), row.getDouble("seconds")));
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).ifNoItem().after(ANSWER_WITHIN).fail();
    }

    private static List<OutboxRow> rows(RowSet<Row> found) {
        List<OutboxRow> rows = new ArrayList<>();
        for (Row row : found) {
            rows.add(
                    new OutboxRow(
                            row.getLong("seq"),
                            row.getString("topic"),
                            row.getString("key"),
                            row.getString("value"),
                            row.getString("traceparent")));
        }
        return rows;
    }
}
