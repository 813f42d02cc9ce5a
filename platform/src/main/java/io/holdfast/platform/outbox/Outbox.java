package io.holdfast.platform.outbox;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.platform.event.Events;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes events for Kafka in the transaction that makes them true: they leave if and only if it
 * commits, at least once, and those of one key in the order in which they were appended, as long as
 * the transactions that append to a key exclude each other (they write the same fenced row).
 */
@Singleton
public class Outbox {

    /** Appends one event; the values are topic, key, JSON and traceparent. */
    static final String INSERT =
            "insert into outbox (topic, key, value, traceparent) values ($1, $2, $3, $4)";

    private static final String INSERT_ALL =
            "insert into outbox (topic, key, value, traceparent)"
                    + " select $1, e.key, e.value, e.traceparent"
                    + " from unnest($2::text[], $3::text[], $4::text[]) with ordinality"
                    + " as e (key, value, traceparent, place) order by e.place";

    private final Events events;

    public Outbox(Events events) {
        this.events = events;
    }

    /**
     * Appends an event.
     *
     * @param transaction the connection whose transaction makes the event true
     */
    public Uni<Void> append(SqlClient transaction, String topic, EventEnvelope event) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(topic, event.key(), events.write(event), event.traceparent()))
                .replaceWithVoid();
    }

    /** Appends events of one topic in one statement, in their order. */
    public Uni<Void> append(SqlClient transaction, String topic, List<EventEnvelope> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] keys = batch.stream().map(EventEnvelope::key).toArray(String[]::new);
        String[] values = batch.stream().map(events::write).toArray(String[]::new);
        @Nullable String[] traces =
                batch.stream().map(EventEnvelope::traceparent).toArray(String[]::new);
        return transaction
                .preparedQuery(INSERT_ALL)
                .execute(Tuple.of(topic, keys, values, traces))
                .replaceWithVoid();
    }

    /** Appends what is no envelope, such as a dead letter. */
    public Uni<Void> appendRaw(SqlClient transaction, String topic, String key, String value) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of(topic, key, value, null))
                .replaceWithVoid();
    }
}
