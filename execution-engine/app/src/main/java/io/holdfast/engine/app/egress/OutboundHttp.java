package io.holdfast.engine.app.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests of apps: each hop is resolved once, checked by the {@link EgressPolicy}, and
 * connected to exactly the address that was checked.
 */
public final class OutboundHttp implements AutoCloseable {
    private static final int MOST_REDIRECTS = 20;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Vertx vertx;
    private final HttpClient verifying;
    private final HttpClient trusting;
    private final EgressPolicy policy;
    private final HostResolver resolver;
    private final Semaphore places;
    private final Duration mostTime;

    /**
     * Creates a client that opens nothing yet.
     *
     * @param concurrency most requests at a time
     * @param mostTime most time of a request with its redirects
     */
    public OutboundHttp(Vertx vertx, EgressPolicy policy, int concurrency, Duration mostTime) {
        this(vertx, policy, concurrency, mostTime, host -> List.of(InetAddress.getAllByName(host)));
    }

    OutboundHttp(
            Vertx vertx,
            EgressPolicy policy,
            int concurrency,
            Duration mostTime,
            HostResolver resolver) {
        this.vertx = vertx;
        this.verifying = client(vertx, concurrency, true);
        this.trusting = client(vertx, concurrency, false);
        this.policy = policy;
        this.resolver = resolver;
        this.places = new Semaphore(concurrency);
        this.mostTime = mostTime;
    }

    /** No connection is kept: a kept one would outlive the check of its address. */
    private static HttpClient client(Vertx vertx, int concurrency, boolean verify) {
        HttpClientOptions options =
                new HttpClientOptions()
                        .setKeepAlive(false)
                        .setDecompressionSupported(true)
                        .setVerifyHost(verify)
                        .setTrustAll(!verify)
                        .setMaxHeaderSize(64 << 10);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(concurrency));
    }

    /**
     * Sends the request and reads the whole response. Blocks: call it on a virtual thread.
     *
     * @param mostBytes most bytes of the decompressed body
     * @throws ResponseTooLargeException when the body is longer; reading has stopped there
     * @throws EgressDeniedException when the target, or that of a redirect, is forbidden
     * @throws OutboundException when there is no response for another reason
     */
    public OutboundResponse send(OutboundRequest request, long mostBytes)
            throws OutboundException, InterruptedException {
        return send(request, mostBytes, policy);
    }

    /** The same under a policy of the caller's. */
    public OutboundResponse send(OutboundRequest request, long mostBytes, EgressPolicy rules)
            throws OutboundException, InterruptedException {
        long deadline = System.nanoTime() + mostTime.toNanos();
        places.acquire();
        try {
            OutboundRequest next = request;
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                OutboundResponse response = exchange(next, mostBytes, deadline, rules);
                OutboundRequest redirected = Redirects.follow(next, response);
                if (redirected == null) {
                    return response;
                }
                next = redirected;
            }
            throw new OutboundException("Exceeded maximum allowed redirects.");
        } finally {
            places.release();
        }
    }

    private OutboundResponse exchange(
            OutboundRequest request, long mostBytes, long deadline, EgressPolicy rules)
            throws OutboundException, InterruptedException {
        RequestOptions options = options(request, rules);
        HttpClient client = request.verifyTls() ? verifying : trusting;
        Exchange exchange = new Exchange(vertx, request, mostBytes);
        try {
            return exchange.start(client.request(options), request.body())
                    .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw OutboundFailures.explain(request, e.getCause());
        } catch (TimeoutException e) {
            exchange.abort();
            throw new OutboundException(
                    "The request took longer than " + mostTime.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            exchange.abort();
            throw e;
        }
    }

    private RequestOptions options(OutboundRequest request, EgressPolicy rules)
            throws OutboundException {
        URI url = request.url();
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        if (!tls && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new OutboundException("Not a URL that can be requested: " + url);
        }
        HostAndPort target = HostAndPort.of(url, tls ? HTTPS : HTTP);
        String name = target.host();
        int port = target.port();
        InetAddress address = rules.choose(name, port, resolve(name));
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.valueOf(request.method()))
                        .setServer(SocketAddress.inetSocketAddress(port, literal(address)))
                        .setHost(name)
                        .setPort(port)
                        .setSsl(tls)
                        .setURI(pathAndQuery(url))
                        .setFollowRedirects(false)
                        .setConnectTimeout(request.connect().toMillis())
                        .setIdleTimeout(request.read().toMillis());
        addHeaders(options, request);
        return options;
    }

    private static void addHeaders(RequestOptions options, OutboundRequest request)
            throws OutboundException {
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            try {
                options.putHeader(header.getKey(), header.getValue());
            } catch (IllegalArgumentException e) {
                throw new OutboundException("Illegal header: " + header.getKey(), e);
            }
        }
    }

    private List<InetAddress> resolve(String host) throws OutboundException {
        try {
            return resolver.resolve(host);
        } catch (UnknownHostException e) {
            throw new OutboundException("[Errno -2] Name or service not known: " + host, e);
        }
    }

    /** Without the scope of a link-local address, which a socket address does not take. */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    private static String pathAndQuery(URI url) {
        String path =
                url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    @Override
    public void close() {
        verifying.close();
        trusting.close();
    }
}
