package io.holdfast.model.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A plain client of the OpenAI protocol. */
final class Caller implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    Caller(URI base) {
        this.base = base;
    }

    static String chat(String question, boolean stream) {
        return """
        {"model":"gpt-4o","stream":%s,"messages":[{"role":"user","content":"%s"}]}\
        """
                .formatted(stream, question);
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path, body), BodyHandlers.ofString());
    }

    JsonNode json(String path, String body) {
        return parse(post(path, body).body());
    }

    /** The data of a stream's events, each as it came. */
    List<String> events(String body) {
        return post("/chat/completions", body)
                .body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
    }

    /** The lines of a stream as they come. */
    HttpResponse<Stream<String>> open(String body) {
        return send(request("/chat/completions", body), BodyHandlers.ofLines());
    }

    HttpRequest request(String path, String body) {
        return builder(path, body).header("Authorization", "Bearer " + ModelServer.KEY).build();
    }

    HttpRequest.Builder builder(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(text, notJson);
        }
    }

    /** The text that a stream's chunks add up to. */
    static String text(List<String> events) {
        var text = new StringBuilder();
        for (String event : events) {
            if (event.startsWith("{")) {
                text.append(
                        parse(event)
                                .path("choices")
                                .path(0)
                                .path("delta")
                                .path("content")
                                .asText(""));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
