package io.holdfast.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that apps call; it answers with the path and remembers who came. */
public final class CountingTarget implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Visit> visits = new CopyOnWriteArrayList<>();

    /** One request. */
    public record Visit(String method, String path, String query, String body) {}

    private CountingTarget(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    static CountingTarget start() {
        try {
            return new CountingTarget(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Visit> visits() {
        return List.copyOf(visits);
    }

    public long visits(String path) {
        return visits.stream().filter(visit -> visit.path().equals(path)).count();
    }

    public void forget() {
        visits.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = exchange.getRequestURI().getRawQuery();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            visits.add(
                    new Visit(exchange.getRequestMethod(), path, query == null ? "" : query, body));
            byte[] answer = ("seen " + path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
