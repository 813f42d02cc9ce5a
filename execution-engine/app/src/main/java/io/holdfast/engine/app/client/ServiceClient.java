package io.holdfast.engine.app.client;

import io.holdfast.platform.internal.InternalCredential;
import io.holdfast.platform.peer.PeerCall;
import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.holdfast.platform.time.Sleeper;
import io.holdfast.platform.time.Ticker;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to one replica of a service, and to another one when that cannot be reached; waits a
 * while when none can, for a service that is restarted is back soon. What is posted may arrive
 * twice. Blocking: for virtual threads, which may be interrupted.
 */
@ApplicationScoped
public class ServiceClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final Peers peers;
    private final InternalCredential credential;
    private final ServiceCallConfig config;
    private final Ticker ticker;
    private final Sleeper sleeper;

    public ServiceClient(
            Peers peers,
            InternalCredential credential,
            ServiceCallConfig config,
            Ticker ticker,
            Sleeper sleeper) {
        this.ticker = ticker;
        this.sleeper = sleeper;
        this.peers = peers;
        this.config = config;
        this.credential = credential;
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /**
     * Posts a body.
     *
     * @param path begins with a slash
     * @param timeout until the answer begins
     * @return the answer, whatever its status; its body must be closed
     * @throws UnreachableException when no replica answers for as long as is configured
     */
    public HttpResponse<InputStream> post(
            PeerService service,
            String path,
            String json,
            Map<String, String> headers,
            Duration timeout)
            throws InterruptedException {
        PeerPool pool = peers.of(service);
        long giveUp = ticker.nanos() + config.patience().toNanos();
        while (true) {
            try {
                return postOnce(pool, base -> request(base, path, json, headers, timeout));
            } catch (HttpTimeoutException e) {
                throw new UnreachableException(service + " does not answer", e);
            } catch (IOException e) {
                if (ticker.nanos() > giveUp) {
                    throw new UnreachableException(service + " cannot be reached", e);
                }
            }
            sleeper.sleep(PAUSE);
        }
    }

    /** Asks one replica after the other until one answers. */
    private HttpResponse<InputStream> postOnce(PeerPool pool, Function<URI, HttpRequest> request)
            throws IOException, InterruptedException {
        Set<URI> tried = new HashSet<>();
        IOException last = new ConnectException("there is no replica");
        while (tried.size() < pool.urls().size()) {
            PeerCall call = pool.begin(tried);
            tried.add(call.url());
            try {
                HttpResponse<InputStream> response =
                        http.send(
                                request.apply(call.url()),
                                HttpResponse.BodyHandlers.ofInputStream());
                if (isLeaving(response)) {
                    response.body().close();
                    throw new ConnectException("it is about to stop");
                }
                call.succeeded();
                return response;
            } catch (HttpConnectTimeoutException e) {
                call.failed();
                last = new ConnectException(e.getMessage());
            } catch (IOException e) {
                call.failed();
                last = e;
            } finally {
                call.close();
            }
        }
        throw last;
    }

    /** A replica that stops refuses what comes new, without a word. */
    private static boolean isLeaving(HttpResponse<?> response) {
        return response.statusCode() == UNAVAILABLE
                && response.headers().firstValueAsLong("Content-Length").orElse(-1) == 0;
    }

    private HttpRequest request(
            URI base, String path, String json, Map<String, String> headers, Duration timeout) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(timeout)
                        .header("Authorization", credential.header())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        GlobalOpenTelemetry.getPropagators()
                .getTextMapPropagator()
                .inject(Context.current(), request, ServiceClient::setHeader);
        return request.build();
    }

    private static void setHeader(
            HttpRequest.@Nullable Builder request, String name, String value) {
        if (request != null) {
            request.header(name, value);
        }
    }
}
