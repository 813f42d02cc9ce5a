package io.holdfast.engine.app.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that an operator allowed: it answers with what it was asked, or as the path says. */
public final class EchoServer implements QuarkusTestResourceLifecycleManager {

    /** Method, path, content type, authorization and body of each request, in order. */
    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    /** The idempotency keys of those requests that have one, in order. */
    static final List<String> KEYS = new CopyOnWriteArrayList<>();

    /** What {@code /deep} answers. */
    static final String DEEP = "[".repeat(1000) + "]".repeat(1000);

    static final HttpServer SERVER = create();
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(String path) {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + path;
    }

    @Override
    public Map<String, String> start() {
        SERVER.createContext("/", EchoServer::answer);
        SERVER.setExecutor(THREADS);
        SERVER.start();
        return Map.of("holdfast.egress.allow", "127.0.0.1:" + SERVER.getAddress().getPort());
    }

    @Override
    public void stop() {
        SERVER.stop(0);
        THREADS.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SEEN.add(
                String.join(
                        " ",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        body));
        KEYS.addAll(exchange.getRequestHeaders().getOrDefault("Idempotency-Key", List.of()));
        boolean deep = exchange.getRequestURI().getPath().equals("/deep");
        byte[] answer = (deep ? DEEP : "echo " + body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", deep ? "application/json" : "text/plain");
        exchange.sendResponseHeaders(status(exchange.getRequestURI().getPath()), answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static int status(String path) {
        return switch (path) {
            case "/busy-once" -> SEEN.size() == 1 ? 503 : 200;
            case "/missing" -> 404;
            default -> 200;
        };
    }
}
