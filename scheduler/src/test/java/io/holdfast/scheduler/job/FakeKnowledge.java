package io.holdfast.scheduler.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.contracts.error.Problem;
import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.NewSegment;
import io.holdfast.contracts.knowledge.SegmentReceipt;
import io.holdfast.contracts.knowledge.SegmentUpload;
import io.holdfast.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** vector-store-adapter as a job sees it, in memory. */
final class FakeKnowledge implements AutoCloseable {

    /** A document and what was stored of it. */
    static final class Held {
        final DocumentSource source;
        final SortedMap<Integer, NewSegment> segments = new ConcurrentSkipListMap<>();
        final List<SegmentUpload> uploads = new CopyOnWriteArrayList<>();
        volatile long epoch;

        Held(DocumentSource source) {
            this.source = source;
        }

        List<String> texts() {
            return segments.values().stream().map(NewSegment::content).toList();
        }
    }

    private final ObjectMapper json = Json.mapper();
    private final Map<UUID, Held> documents = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final HttpServer server;

    FakeKnowledge() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/v1/documents/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Held hold(DocumentSource source) {
        Held held = new Held(source);
        documents.put(source.documentId(), held);
        return held;
    }

    void forget(UUID documentId) {
        documents.remove(documentId);
    }

    void failNext(int requests) {
        failures.set(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            Held held = documents.get(UUID.fromString(path[4]));
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                answer(exchange, 503, new Problem("unavailable", "later", 503));
            } else if (held == null) {
                answer(exchange, 404, new Problem("document_not_found", "gone", 404));
            } else if (path[5].equals("source")) {
                answer(exchange, 200, held.source);
            } else {
                store(exchange, held);
            }
        }
    }

    private void store(HttpExchange exchange, Held held) throws IOException {
        SegmentUpload upload = json.readValue(exchange.getRequestBody(), SegmentUpload.class);
        if (upload.epoch() < held.epoch) {
            answer(exchange, 409, new Problem("stale_epoch", "another", 409));
            return;
        }
        held.epoch = upload.epoch();
        held.uploads.add(upload);
        upload.segments().forEach(segment -> held.segments.put(segment.position(), segment));
        answer(exchange, 200, new SegmentReceipt(held.segments.size()));
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
