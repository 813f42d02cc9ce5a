package io.holdfast.platform.inbox;

import io.holdfast.contracts.event.EventEnvelope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What a consumer does with an event: rows, in the given transaction, and no remote call. */
@FunctionalInterface
public interface EventWork {

    Uni<Void> take(SqlConnection transaction, EventEnvelope event);
}
