package io.holdfast.testing.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks the Model Context Protocol over both of its HTTP transports, has one tool
 * that weighs things, one that draws and one that fails, and remembers what it was asked.
 */
public final class MockMcp implements AutoCloseable {

    /** What a picture that it draws is made of. */
    public static final String PICTURE = "a picture of a ship";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Use> uses = new CopyOnWriteArrayList<>();
    private final Map<String, Stream> streams = new ConcurrentHashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();

    /** A tool was used. */
    public record Use(String tool, JsonNode arguments, @Nullable String authorization) {}

    /** An open event stream of the older transport. */
    private record Stream(OutputStream out, CountDownLatch closed) {

        synchronized void send(String event, String data) throws IOException {
            out.write(("event: " + event + "\ndata: " + data + "\n\n").getBytes(UTF_8));
            out.flush();
        }
    }

    private MockMcp(HttpServer server) {
        this.server = server;
        server.createContext("/mcp", this::streamable);
        server.createContext("/sse", this::events);
        server.createContext("/message", this::message);
        server.setExecutor(workers);
        server.start();
    }

    /** Starts one on a free port of loopback. */
    public static MockMcp start() {
        try {
            return new MockMcp(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where it speaks the newer transport. */
    public String url() {
        return origin() + "/mcp";
    }

    /** Where it speaks the older one. */
    public String sseUrl() {
        return origin() + "/sse";
    }

    /** What was used so far, oldest first. */
    public List<Use> uses() {
        return List.copyOf(uses);
    }

    public void forget() {
        uses.clear();
    }

    private void streamable(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(
                        exchange.getRequestMethod().equals("DELETE") ? 200 : 405, -1);
                return;
            }
            ObjectNode answer = answer(exchange);
            if (answer == null) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            byte[] body = answer.toString().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            String session = "s" + sessions.incrementAndGet();
            Stream stream = new Stream(exchange.getResponseBody(), new CountDownLatch(1));
            streams.put(session, stream);
            stream.send("endpoint", "/message?session=" + session);
            stream.closed().await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void message(HttpExchange exchange) throws IOException {
        try (exchange) {
            String session = exchange.getRequestURI().getQuery().substring("session=".length());
            ObjectNode answer = answer(exchange);
            exchange.sendResponseHeaders(202, -1);
            Stream stream = streams.get(session);
            if (answer != null && stream != null) {
                stream.send("message", answer.toString());
            }
        }
    }

    private @Nullable ObjectNode answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        if (!request.has("id")) {
            return null;
        }
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", request.get("id"));
        switch (request.path("method").asText()) {
            case "initialize" -> initialize(request, answer.putObject("result"));
            case "tools/list" -> list(answer.putObject("result"));
            case "tools/call" -> {
                JsonNode params = request.path("params");
                uses.add(
                        new Use(
                                params.path("name").asText(),
                                params.path("arguments"),
                                exchange.getRequestHeaders().getFirst("Authorization")));
                call(params, answer.putObject("result"));
            }
            case "ping" -> answer.putObject("result");
            default -> answer.putObject("error").put("code", -32601).put("message", "no method");
        }
        return answer;
    }

    private static void initialize(JsonNode request, ObjectNode result) {
        result.put("protocolVersion", request.path("params").path("protocolVersion").asText());
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "mock").put("version", "1");
    }

    private static void list(ObjectNode result) {
        var tools = result.putArray("tools");
        ObjectNode weigh =
                tools.addObject().put("name", "weigh").put("description", "Weighs a thing");
        ObjectNode schema = weigh.putObject("inputSchema").put("type", "object");
        schema.putObject("properties")
                .putObject("thing")
                .put("type", "string")
                .put("description", "what to weigh");
        schema.putArray("required").add("thing");
        tools.addObject()
                .put("name", "break")
                .put("description", "Fails")
                .putObject("inputSchema")
                .put("type", "object")
                .putObject("properties");
        tools.addObject()
                .put("name", "draw")
                .put("description", "Draws a picture")
                .putObject("inputSchema")
                .put("type", "object")
                .putObject("properties");
    }

    private static void call(JsonNode params, ObjectNode result) {
        if (params.path("name").asText().equals("draw")) {
            result.putArray("content")
                    .addObject()
                    .put("type", "image")
                    .put("mimeType", "image/png")
                    .put("data", Base64.getEncoder().encodeToString(PICTURE.getBytes(UTF_8)));
            return;
        }
        boolean weighs = params.path("name").asText().equals("weigh");
        result.putArray("content")
                .addObject()
                .put("type", "text")
                .put(
                        "text",
                        weighs
                                ? params.path("arguments").path("thing").asText() + ": 3 t"
                                : "it broke");
        result.put("isError", !weighs);
    }

    @Override
    public void close() {
        streams.values().forEach(stream -> stream.closed().countDown());
        server.stop(0);
        workers.shutdownNow();
    }
}
