package io.holdfast.engine.app.journal;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.run.JournalEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads journals. */
@ApplicationScoped
public class StoredJournal {

    private static final String FACTS =
            "select payload from journal where run_id = $1 and seq > $2 order by seq";

    private final Pool pool;
    private final JournalCodec codec;

    public StoredJournal(Pool pool, JournalCodec codec) {
        this.pool = pool;
        this.codec = codec;
    }

    /** The facts with which a run was accepted; empty when there is no such run. */
    public Uni<Optional<RunStart>> start(UUID runId) {
        return pool.preparedQuery("select payload from journal where run_id = $1 and seq = 1")
                .execute(Tuple.of(runId))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext()
                                    && codec.decode(row.next().getString(0), Map.of())
                                            instanceof JournalEvent.Accepted accepted
                            ? Optional.of(accepted.start())
                            : Optional.empty();
                });
    }

    /**
     * The facts of a run after a place.
     *
     * @param after 0 for all
     * @param environment the environment variables of the run's version of the app
     */
    public Uni<List<JournalEvent>> read(
            UUID runId, int after, Map<String, @Nullable Object> environment) {
        return pool.preparedQuery(FACTS)
                .execute(Tuple.of(runId, after))
                .map(rows -> {
                    List<JournalEvent> facts = new ArrayList<>(rows.size());
                    rows.forEach(row -> facts.add(codec.decode(row.getString(0), environment)));
                    return facts;
                });
    }
}
