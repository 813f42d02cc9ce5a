package io.holdfast.vector.database;

import io.holdfast.vector.KnowledgeConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Statements whose answer a virtual thread waits for, never longer than the configured time. */
@Singleton
public class Database {

    private final Pool pool;
    private final Duration patience;

    Database(Pool pool, KnowledgeConfig config) {
        this.pool = pool;
        this.patience = config.databaseTimeout();
    }

    /** The rows of a statement, each made into something. */
    public <T> List<T> list(String sql, Tuple parameters, Function<Row, T> mapping) {
        return rows(pool.preparedQuery(sql).execute(parameters).await().atMost(patience), mapping);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Tuple parameters, Function<Row, T> mapping) {
        return list(sql, parameters, mapping).stream().findFirst();
    }

    /** Runs a statement and tells how many rows it touched. */
    public int update(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(patience).rowCount();
    }

    /** Runs the work in one transaction, which fails as a whole. */
    public <T> T transaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).await().atMost(patience);
    }

    /** The rows of an answer, each made into something. */
    public static <T> List<T> rows(RowSet<Row> answer, Function<Row, T> mapping) {
        List<T> rows = new ArrayList<>(answer.size());
        for (Row row : answer) {
            rows.add(mapping.apply(row));
        }
        return rows;
    }
}
