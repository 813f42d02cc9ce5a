package io.holdfast.local.control;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.local.process.Ports;
import io.holdfast.local.suite.Suite;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The supervisor's side. Every request needs the token of the run file:
 *
 * <ul>
 *   <li>{@code GET /status}: the instances
 *   <li>{@code POST /stop}: ends the suite after the answer
 *   <li>{@code POST /instances/NAME/release?pid=PID}: stops the instance for the process PID, which
 *       takes its place, and answers the variables that it needs; when PID ends the instance comes
 *       back
 * </ul>
 */
public final class ControlServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Suite suite;
    private final String token;
    private final Runnable stop;
    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

    private ControlServer(Suite suite, String token, Runnable stop, HttpServer server) {
        this.suite = suite;
        this.token = token;
        this.stop = stop;
        this.server = server;
    }

    /**
     * Starts to listen on a free port.
     *
     * @param stop called once the answer to a stop request is on its way
     */
    public static ControlServer start(Suite suite, String token, Runnable stop) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
        ControlServer control = new ControlServer(suite, token, stop, http);
        http.createContext("/", control::handle);
        http.setExecutor(control.handlers);
        http.start();
        return control;
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAuthorized(exchange)) {
                answer(exchange, 401, Map.of("error", "The token is wrong."));
                return;
            }
            route(exchange);
        }
    }

    private void route(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            if (call.equals("GET /status")) {
                answer(exchange, 200, suite.status());
            } else if (call.equals("POST /stop")) {
                answer(exchange, 202, Map.of());
                stop.run();
            } else if (call.matches("POST /instances/[a-z0-9-]+/release")) {
                String instance = call.split("/", -1)[2];
                answer(exchange, 200, release(instance, exchange.getRequestURI().getQuery()));
            } else {
                answer(exchange, 404, Map.of("error", "There is no " + call));
            }
        } catch (IllegalArgumentException e) {
            answer(exchange, 400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Map<String, String> release(String instance, String query) {
        long pid = Long.parseLong(query.replace("pid=", ""));
        Optional<ProcessHandle> substitute = ProcessHandle.of(pid);
        if (substitute.isEmpty()) {
            throw new IllegalArgumentException("There is no process " + pid + ".");
        }
        Map<String, String> environment = suite.environmentOf(instance);
        suite.stop(instance);
        var _ = substitute.get().onExit().thenRun(() -> suite.startInstance(instance));
        return environment;
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
        handlers.shutdownNow();
    }
}
