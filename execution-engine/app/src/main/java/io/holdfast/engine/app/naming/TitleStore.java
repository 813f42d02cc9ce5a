package io.holdfast.engine.app.naming;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** The names of conversations. Blocking: for virtual threads. */
@ApplicationScoped
class TitleStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String IS_DUE = "select 1 from conversation where id = $1 and title_due";

    /** A name that somebody has given meanwhile stays. */
    private static final String NAME =
            "update conversation set name = $2, title_due = false where id = $1 and title_due";

    private final Pool pool;

    TitleStore(Pool pool) {
        this.pool = pool;
    }

    /** Whether a conversation is to get a title. */
    boolean isDue(UUID conversation) {
        return pool.preparedQuery(IS_DUE)
                        .execute(Tuple.of(conversation))
                        .await()
                        .atMost(PATIENCE)
                        .rowCount()
                > 0;
    }

    void name(UUID conversation, String name) {
        pool.preparedQuery(NAME).execute(Tuple.of(conversation, name)).await().atMost(PATIENCE);
    }
}
