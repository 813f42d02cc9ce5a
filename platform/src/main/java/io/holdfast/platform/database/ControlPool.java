package io.holdfast.platform.database;

import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two connections of their own for leases and probes. A service that is busy must neither lose its
 * leases nor look dead because its pool has no connection to spare.
 */
@Singleton
public class ControlPool {

    private static final int CONNECTIONS = 2;
    private static final int SECONDS_TO_CONNECT = 2;
    private static final int SECONDS_IDLE = 60;

    private final Pool pool;

    @Inject
    ControlPool(Vertx vertx, ControlConfig config) {
        this(vertx, options(config));
    }

    public ControlPool(Vertx vertx, List<SqlConnectOptions> servers) {
        this.pool =
                PgBuilder.pool()
                        .with(
                                new PoolOptions()
                                        .setName("control")
                                        .setMaxSize(CONNECTIONS)
                                        .setConnectionTimeout(SECONDS_TO_CONNECT)
                                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                                        .setIdleTimeout(SECONDS_IDLE)
                                        .setIdleTimeoutUnit(TimeUnit.SECONDS))
                        .connectingTo(servers)
                        .using(vertx)
                        .build();
    }

    /** The pool; for short statements alone. */
    public Pool pool() {
        return pool;
    }

    void close(@Observes @Priority(Phases.CLOSE) ShutdownEvent event) {
        pool.closeAndForget();
    }

    private static List<SqlConnectOptions> options(ControlConfig config) {
        return config.url().stream().map(url -> server(url, config)).toList();
    }

    private static SqlConnectOptions server(String url, ControlConfig config) {
        String plain = url.startsWith("vertx-reactive:") ? url.substring(15) : url;
        PgConnectOptions options = PgConnectOptions.fromUri(plain);
        config.username().ifPresent(options::setUser);
        config.password().ifPresent(options::setPassword);
        return options;
    }
}
