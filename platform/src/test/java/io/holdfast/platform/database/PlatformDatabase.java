package io.holdfast.platform.database;

import io.holdfast.local.infra.PostgresServer;
import io.holdfast.local.infra.TestInfrastructure;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema of its own with the platform's tables, in the database of the tests. */
public final class PlatformDatabase implements AutoCloseable {

    private static final String TABLES = "/db/platform/V0_1__leases_outbox_inbox.sql";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public PlatformDatabase() {
        PostgresServer server = TestInfrastructure.postgres();
        String schema = "platform_" + NUMBER.incrementAndGet();
        PgConnectOptions options =
                new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.port())
                        .setDatabase(PostgresServer.DATABASE)
                        .setUser(PostgresServer.USER)
                        .setPassword(server.password())
                        .setProperties(Map.of("search_path", schema));
        this.pool =
                PgBuilder.pool()
                        .with(new PoolOptions().setMaxSize(8))
                        .connectingTo(options)
                        .using(vertx)
                        .build();
        run("create schema " + schema);
        run(tables());
    }

    public Pool pool() {
        return pool;
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Runs statements without parameters. */
    public void run(String sql) {
        pool.query(sql).execute().await().atMost(WITHIN);
    }

    /** The one number that a query answers. */
    public long number(String sql) {
        return pool.query(sql).execute().await().atMost(WITHIN).iterator().next().getLong(0);
    }

    @Override
    public void close() {
        pool.close().await().atMost(WITHIN);
        vertx.close().await().atMost(WITHIN);
    }

    private static String tables() {
        try (InputStream in =
                Objects.requireNonNull(PlatformDatabase.class.getResourceAsStream(TABLES))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
