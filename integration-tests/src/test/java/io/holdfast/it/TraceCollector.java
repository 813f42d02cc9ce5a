package io.holdfast.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes the traces that services export (OTLP over HTTP) and tells who has taken part in one. */
public final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> exports = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.setExecutor(workers);
        server.start();
    }

    static TraceCollector start() {
        try {
            return new TraceCollector(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Whether a service has exported a span of a trace. An export holds the spans of one process:
     * its name as text, and of each span the sixteen bytes of the trace's id.
     *
     * @param traceId 32 hexadecimal digits
     */
    boolean hasSpanOf(String service, String traceId) {
        String id = text(HexFormat.of().parseHex(traceId));
        return exports.stream().anyMatch(export -> export.contains(service) && export.contains(id));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exports.add(text(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Bytes one by one as characters. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
