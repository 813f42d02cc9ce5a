package io.holdfast.engine.app.client;

import io.holdfast.platform.internal.InternalCredential;
import io.holdfast.platform.peer.PeerCall;
import io.holdfast.platform.peer.PeerPool;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to one replica of a service, and to another one when that cannot be reached. Blocking:
 * for virtual threads, which may be interrupted.
 */
@ApplicationScoped
public class ServiceClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final Peers peers;
    private final InternalCredential credential;

    public ServiceClient(Peers peers, InternalCredential credential) {
        this.peers = peers;
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
     * @throws UnreachableException when no replica answers
     */
    public HttpResponse<InputStream> post(
            PeerService service,
            String path,
            String json,
            Map<String, String> headers,
            Duration timeout)
            throws InterruptedException {
        PeerPool pool = peers.of(service);
        Set<URI> tried = new HashSet<>();
        IOException last = null;
        while (tried.size() < pool.urls().size()) {
            PeerCall call = pool.begin(tried);
            tried.add(call.url());
            try {
                HttpResponse<InputStream> response =
                        http.send(
                                request(call.url(), path, json, headers, timeout),
                                HttpResponse.BodyHandlers.ofInputStream());
                call.succeeded();
                return response;
            } catch (IOException e) {
                call.failed();
                last = e;
            } finally {
                call.close();
            }
        }
        throw new UnreachableException(service + " cannot be reached", last);
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
