package io.holdfast.gateway.remote;

import io.holdfast.gateway.config.GatewayConfig;
import io.holdfast.platform.shutdown.Phases;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The two HTTP clients: one for plain answers, one for streams that last as long as a run. Streams
 * must not take the connections of plain calls.
 */
@Singleton
public class Clients {

    private static final int PLAIN_CONNECTIONS = 64;
    private static final int PLAIN_WAITERS = 1_000;

    private final HttpClient plain;
    private final HttpClient streaming;

    Clients(Vertx vertx, GatewayConfig config) {
        this.plain =
                vertx.createHttpClient(
                        options(config, config.answerWithin()).setMaxWaitQueueSize(PLAIN_WAITERS),
                        new PoolOptions().setHttp1MaxSize(PLAIN_CONNECTIONS));
        // A connection that says nothing is given up and its stream picked up elsewhere: that is
        // how the death of a whole machine is noticed.
        this.streaming =
                vertx.createHttpClient(
                        options(config, config.silentFor()),
                        new PoolOptions().setHttp1MaxSize(config.maxRuns()));
    }

    private static HttpClientOptions options(GatewayConfig config, Duration longestSilence) {
        return new HttpClientOptions()
                .setReadIdleTimeout((int) longestSilence.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectTimeout((int) config.connectWithin().toMillis())
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true)
                .setKeepAliveTimeout(30);
    }

    /** For calls with an answer of known end. */
    public HttpClient plain() {
        return plain;
    }

    /** For event streams. */
    public HttpClient streaming() {
        return streaming;
    }

    void close(@Observes @Priority(Phases.CLOSE) ShutdownEvent event) {
        plain.closeAndForget();
        streaming.closeAndForget();
    }
}
