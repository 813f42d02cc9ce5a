package io.holdfast.model.transport;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

/**
 * The one HTTP client of the service: pooled per host, non-blocking, without retries of its own.
 */
public final class UpstreamClient {

    private final Vertx vertx;
    private final HttpClient client;
    private final Deadlines deadlines;

    /**
     * @param connections most connections to one host; a stream needs one each
     */
    public UpstreamClient(Vertx vertx, Deadlines deadlines, int connections) {
        var options =
                new HttpClientOptions()
                        .setConnectTimeout((int) deadlines.connect().toMillis())
                        .setKeepAlive(true)
                        .setTcpNoDelay(true);
        // The bulkhead is the queue; what passes it must find a connection.
        var pool = new PoolOptions().setHttp1MaxSize(connections);
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options, pool);
        this.deadlines = deadlines;
    }

    /** The service's own deadlines. */
    public Deadlines deadlines() {
        return deadlines;
    }

    /** A new exchange on the caller's event loop; its time runs from now. */
    public Exchange begin(Deadlines within) {
        return new Exchange(vertx, client, within);
    }

    /** Closes all connections. */
    public void close() {
        client.close();
    }
}
