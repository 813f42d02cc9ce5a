package io.holdfast.gateway.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.platform.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An internal service on a free loopback port: it demands the credential and notes who asks. */
abstract class FakeServer {

    static final ObjectMapper JSON = Json.mapper();

    private final Vertx vertx;
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> traces = new ConcurrentHashMap<>();

    FakeServer(Vertx vertx) {
        this.vertx = vertx;
        this.server =
                vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0));
        server.requestHandler(request -> request.body().onSuccess(body -> take(request, body)));
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    private void take(HttpServerRequest request, Buffer body) {
        asked.add(request.method() + " " + request.uri());
        String trace = request.getHeader("traceparent");
        traces.put(path(request), trace == null ? "" : trace);
        if (!"Bearer holdfast-development-only".equals(request.getHeader("Authorization"))) {
            problem(request, 401, "unauthorized", "No internal credential");
            return;
        }
        answer(request, body);
    }

    abstract void answer(HttpServerRequest request, Buffer body);

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Method and URI of all requests so far. */
    public List<String> asked() {
        return asked;
    }

    /** By path the {@code traceparent} of the newest request; empty without one. */
    public Map<String, String> traces() {
        return traces;
    }

    Vertx vertx() {
        return vertx;
    }

    static String path(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.path(), "");
    }

    static void json(HttpServerRequest request, Object body) {
        json(request, 200, body);
    }

    static void problem(HttpServerRequest request, int status, String code, String message) {
        json(request, status, Map.of("code", code, "message", message, "status", status));
    }

    private static void json(HttpServerRequest request, int status, Object body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(text(body)));
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(Buffer body, Class<T> type) {
        try {
            return JSON.readValue(body.toString(), type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(body.toString(), wrong);
        }
    }
}
