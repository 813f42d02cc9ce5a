package io.holdfast.engine.app.extension;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The services of an operator: one for all points, and a moderation model. */
public final class ExtensionServer implements QuarkusTestResourceLifecycleManager {

    /** Path, authorization and body of each request, in order. */
    static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", ExtensionServer::answer);
            started.setExecutor(threads);
            started.start();
            server = started;
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            Path file = Files.createTempFile("tools", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    """
                    extensions:
                    - {id: ext-1, url: %s/dify, key: secret}
                    - {id: openai_moderation, url: %s/moderations, model: watcher}
                    """
                            .formatted(url, url));
            return Map.of("holdfast.tool.providers-file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        threads.close();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        SEEN.add(exchange.getRequestURI().getPath() + " " + key + " " + body);
        byte[] reply = reply(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(body.contains("outage") ? 503 : 200, reply.length);
        try (var out = exchange.getResponseBody()) {
            out.write(reply);
        }
    }

    private static String reply(String body) {
        if (body.contains("watcher")) {
            return "{\"results\": [{\"flagged\": " + body.contains("forbidden") + "}]}";
        }
        if (body.contains("external_data_tool")) {
            return "{\"result\": \"sunny\"}";
        }
        if (body.contains("rephrase")) {
            return """
            {"flagged": true, "action": "overridden", "inputs": {"city": "***"},
             "query": "How is it?", "text": "###"}
            """;
        }
        return "{\"flagged\": "
                + body.contains("forbidden")
                + ", \"action\": \"direct_output\", \"preset_response\": \"Not here.\"}";
    }
}
