package io.holdfast.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gateway's console API, as far as an import needs it. */
final class ConsoleApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final String gateway;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    ConsoleApi(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    private record Answer(int status, JsonNode body) {

        boolean isSuccess() {
            return status < 300;
        }

        String text(String field) {
            return body.path(field).asText("");
        }

        List<String> texts(String field) {
            List<String> texts = new ArrayList<>();
            body.path(field).forEach(text -> texts.add(text.asText()));
            return texts;
        }

        /** The reason in whichever field the API puts it. */
        String reason() {
            return List.of("error", "message").stream()
                    .map(this::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("the gateway answers " + status);
        }
    }

    /** Imports one file and creates a key for its app. */
    ImportResult importApp(Path file) throws IOException, InterruptedException {
        String yaml;
        try {
            yaml = Files.readString(file);
        } catch (MalformedInputException e) {
            return ImportResult.refused(file.toString(), "The file is not UTF-8 text.");
        }
        Answer imported =
                post(
                        "/console/api/apps/imports",
                        Map.of("mode", "yaml-content", "yaml_content", yaml));
        String appId = imported.text("app_id");
        if (!imported.isSuccess()
                || appId.isEmpty()
                || !imported.text("status").startsWith("completed")) {
            return ImportResult.refused(file.toString(), imported.reason());
        }
        Answer key = post("/console/api/apps/" + appId + "/api-keys", Map.of());
        if (!key.isSuccess()) {
            return ImportResult.refused(
                    file.toString(), "The app is in, but gets no key: " + key.reason());
        }
        return new ImportResult(
                file.toString(),
                imported.text("status"),
                appId,
                imported.text("app_mode"),
                get("/console/api/apps/" + appId).text("name"),
                key.text("token"),
                imported.text("error"),
                imported.texts("warnings"),
                webhooks(appId));
    }

    private List<String> webhooks(String appId) throws IOException, InterruptedException {
        List<String> webhooks = new ArrayList<>();
        for (JsonNode webhook :
                get("/console/api/apps/" + appId + "/triggers").body().path("data")) {
            webhooks.add(
                    webhook.path("method").asText()
                            + " "
                            + gateway
                            + webhook.path("path").asText());
        }
        return webhooks;
    }

    private Answer post(String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
    }

    private Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (ConnectException e) {
            throw new IOException("Nothing answers at " + gateway + ".", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            // Not JSON, so not the console API; the status says what is left to say.
            return MissingNode.getInstance();
        }
    }
}
