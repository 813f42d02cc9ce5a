package io.holdfast.engine.app.run;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.tenant.Tenants;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another service asks of the engine, in the words of tests. */
public final class EngineClient {

    private final ObjectMapper mapper;
    private final String token;

    public EngineClient(ObjectMapper mapper, String token) {
        this.mapper = mapper;
        this.token = token;
    }

    /** Imports an app and says its id. */
    public UUID imported(String dsl) {
        String id =
                internal()
                        .body(Map.of("tenantId", Tenants.DEFAULT, "yamlContent", dsl))
                        .post("/internal/v1/apps/imports")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("appId");
        return UUID.fromString(id);
    }

    /** Runs an app to its end and says all events. */
    public List<RunEventEnvelope> run(
            UUID app,
            Map<String, Object> inputs,
            @Nullable String query,
            @Nullable UUID conversation) {
        return parse(start(body(app, inputs, query, conversation)).asString());
    }

    /** Imports a workflow, runs it to its end and says how it ended. */
    public RunEvent.Finished outcome(String dsl, Map<String, Object> inputs) {
        return finished(run(imported(dsl), inputs, null, null));
    }

    /** What a request to start a run is answered. */
    public Response start(Map<String, @Nullable Object> body) {
        return internal()
                .accept("text/event-stream, application/json")
                .body(body)
                .post("/internal/v1/runs");
    }

    /** The request of a user to start a run. */
    public Map<String, @Nullable Object> body(
            UUID app,
            Map<String, Object> inputs,
            @Nullable String query,
            @Nullable UUID conversation) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("tenantId", Tenants.DEFAULT);
        body.put("appId", app);
        body.put("user", "somebody");
        body.put("inputs", inputs);
        body.put("query", query);
        body.put("files", List.of());
        body.put("conversationId", conversation);
        body.put("autoGenerateName", false);
        return body;
    }

    /** A request with the credential of a service. */
    public RequestSpecification internal() {
        return given().contentType("application/json").header("Authorization", "Bearer " + token);
    }

    /** The events in a stream of them. */
    public List<RunEventEnvelope> parse(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> read(line.substring("data:".length())))
                .toList();
    }

    private RunEventEnvelope read(String json) {
        try {
            return mapper.readValue(json, RunEventEnvelope.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunEvent.Finished finished(List<RunEventEnvelope> events) {
        return (RunEvent.Finished) events.getLast().event();
    }
}
