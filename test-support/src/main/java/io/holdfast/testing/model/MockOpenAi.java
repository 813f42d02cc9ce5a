package io.holdfast.testing.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A counting, scriptable server of the OpenAI protocol on a free loopback port: {@code
 * /v1/chat/completions} with and without streaming, {@code /v1/embeddings} and {@code /v1/models}.
 *
 * <p>Replies are taken from the script ({@link #then}) first, then from the rule ({@link #always});
 * without either it repeats the question: {@code echo: <last user message>}.
 */
public final class MockOpenAi implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final HttpServer server;
    private final MockStreams streams;
    private final List<MockRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<MockReply> script = new ConcurrentLinkedQueue<>();
    private volatile Function<MockRequest, MockReply> rule = MockOpenAi::echo;

    private MockOpenAi(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
        this.streams = new MockStreams(vertx);
    }

    /** Starts a server on a free port of loopback. */
    public static MockOpenAi start() {
        return start(0);
    }

    /** Starts a server on this port of loopback; 0 takes a free one. */
    public static MockOpenAi start(int port) {
        var vertx = Vertx.vertx();
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(port);
        var server = vertx.createHttpServer(options);
        var mock = new MockOpenAi(vertx, server);
        server.requestHandler(mock::handle);
        server.listen().toCompletionStage().toCompletableFuture().join();
        return mock;
    }

    /** The base URL to configure, ending in {@code /v1}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/v1");
    }

    /** The next request that finds the script empty so far gets this reply, once. */
    public MockOpenAi then(MockReply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /** Every request that the script leaves over gets this reply. */
    public MockOpenAi always(MockReply reply) {
        return always(request -> reply);
    }

    /** Every request that the script leaves over gets what this function says. */
    public MockOpenAi always(Function<MockRequest, MockReply> replies) {
        rule = replies;
        return this;
    }

    /** Forgets requests, script and rule. */
    public void reset() {
        requests.clear();
        script.clear();
        rule = MockOpenAi::echo;
    }

    /** All requests so far, oldest first. */
    public List<MockRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many requests came so far. */
    public int calls() {
        return requests.size();
    }

    /** Answers under way at the moment, silent ones included. */
    public int open() {
        return streams.open();
    }

    /** How many answers the caller left before their end. */
    public int cancelled() {
        return streams.cancelled();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest http) {
        String path = String.valueOf(http.path());
        if (path.startsWith("/v1/")) {
            http.body().onSuccess(body -> answer(http, recorded(http, body)));
        } else {
            // whoever looks whether we live must not use up the script
            streams.json(http, 404, MockReply.error(404, "no such path").body());
        }
    }

    private MockRequest recorded(HttpServerRequest http, Buffer body) {
        var headers = new HashMap<String, String>();
        http.headers().forEach(e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
        var request = new MockRequest(String.valueOf(http.path()), headers, parsed(body));
        requests.add(request);
        return request;
    }

    private void answer(HttpServerRequest http, MockRequest request) {
        var next = script.poll();
        var scripted = next instanceof MockReply.Usual ? null : next;
        switch (request.path()) {
            case "/v1/chat/completions" ->
                    streams.play(http, request, scripted == null ? rule.apply(request) : scripted);
            case "/v1/embeddings" -> {
                if (scripted == null) {
                    streams.json(http, 200, MockEmbeddings.answer(request.body()));
                } else {
                    streams.play(http, request, scripted);
                }
            }
            case "/v1/models" -> streams.json(http, 200, MockChat.models());
            default -> streams.json(http, 404, MockReply.error(404, "no such path").body());
        }
    }

    private static MockReply echo(MockRequest request) {
        return MockReply.text("echo: " + request.question());
    }

    private static JsonNode parsed(Buffer body) {
        if (body.length() == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body.toString());
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(body.toString());
        }
    }
}
