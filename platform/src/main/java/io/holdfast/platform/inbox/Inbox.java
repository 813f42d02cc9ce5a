package io.holdfast.platform.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/** Remembers which events were taken in, in the transaction that took them in. */
@Singleton
public class Inbox {

    private static final String REMEMBER =
            "insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing";

    /**
     * Does the work unless this consumer has done it for this event before.
     *
     * @param transaction the connection whose transaction the work is done in
     * @param consumer the consumer's lasting name, such as {@code indexing}
     * @return whether the work was done now
     */
    public Uni<Boolean> once(
            SqlClient transaction, String consumer, UUID eventId, Supplier<Uni<Void>> work) {
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(consumer, eventId))
                .map(rows -> rows.rowCount() == 1)
                .chain(fresh ->
                        fresh ? work.get().replaceWith(true) : Uni.createFrom().item(false));
    }
}
