package io.holdfast.engine.app.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that wait for people, on a real journal. */
@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class PauseQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String APPROVAL =
            """
            version: '0.6.0'
            kind: app
            app: {name: Approval, mode: workflow}
            workflow:
              features: {}
              graph:
                nodes:
                - id: s
                  data:
                    type: start
                    title: Start
                    variables: [{variable: q, label: Q, type: text-input, required: true}]
                - id: hi
                  data:
                    type: human-input
                    title: Approve
                    delivery_methods: [{id: w, type: webapp, enabled: true}]
                    form_content: 'Ship {{#s.q#}}? Why: {{#$output.why#}}'
                    inputs:
                    - {type: paragraph, output_variable_name: why, default: {type: variable, selector: [s, q]}}
                    - {type: select, output_variable_name: size, option_source: {type: constant, value: [big, small]}}
                    user_actions:
                    - {id: 'yes', title: Do it, button_style: primary}
                    - {id: 'no', title: Leave it}
                    timeout: 3
                    timeout_unit: day
                - {id: e1, data: {type: end, title: Yes, outputs: [{variable: text, value_selector: [hi, __rendered_content]}, {variable: size, value_selector: [hi, size]}]}}
                - {id: e2, data: {type: end, title: Late, outputs: [{variable: late, value_selector: [hi, __action_id]}]}}
                edges:
                - {source: s, sourceHandle: source, target: hi}
                - {source: hi, sourceHandle: 'yes', target: e1}
                - {source: hi, sourceHandle: __timeout__, target: e2}
            """;

    @Inject Pool pool;
    @Inject RunEngine engine;
    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    private UUID app = new UUID(0, 0);
    private UUID runId = new UUID(0, 0);
    private RunEvent.@Nullable Paused paused;

    @BeforeEach
    void aRunWaits() {
        app = imported();
        List<RunEventEnvelope> events = started();
        runId = ((RunEvent.Accepted) events.getFirst().event()).run().runId();
        paused = (RunEvent.Paused) events.getLast().event();
    }

    @Test
    void aPausedRunIsNobodysWorkAndGoesOnWhenItsFormIsFilled() {
        await().atMost(PATIENCE).until(() -> engine.find(runId).isEmpty());
        assertStatus("paused");
        assertThat(events()).last().isInstanceOf(RunEvent.Paused.class);
        form().then()
                .statusCode(200)
                .body("content", equalTo("Ship it? Why: {{#$output.why#}}"))
                .body("defaults.why", equalTo("it"))
                .body("actions[1].button_style", equalTo("default"))
                .body("inputs[1].option_source.value[0]", equalTo("big"));

        submit("yes", Map.of("why", "it is good", "size", "big")).statusCode(204);

        await().atMost(PATIENCE).until(() -> events().getLast() instanceof RunEvent.Finished);
        RunEvent.Finished end = (RunEvent.Finished) events().getLast();
        assertThat(end.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(end.outputs())
                .isEqualTo(Map.of("text", "Ship it? Why: it is good", "size", "big"));
        assertThat(events())
                .filteredOn(RunEvent.FormFilled.class::isInstance)
                .singleElement()
                .extracting(event -> ((RunEvent.FormFilled) event).actionText())
                .isEqualTo("Do it");
        assertStatus("succeeded");
    }

    @Test
    void anAnswerCountsOnceAndMustFit() {
        submit("perhaps", Map.of("why", "w", "size", "big"))
                .statusCode(400)
                .body("code", equalTo("invalid_form_data"))
                .body("message", equalTo("Invalid action: perhaps"));
        submit("yes", Map.of("size", "big"))
                .statusCode(400)
                .body("message", equalTo("Missing required inputs: why"));
        submit("yes", Map.of("why", "w", "size", "huge"))
                .statusCode(400)
                .body("message", startsWith("Invalid value for input size"));
        submit("yes", Map.of("why", "w", "size", "big")).statusCode(204);
        submit("no", Map.of("why", "w", "size", "big"))
                .statusCode(412)
                .body("code", equalTo("human_input_form_submitted"));
        form().then().statusCode(412);
    }

    @Test
    void formsOfOtherAppsAreNotFound() {
        internal()
                .queryParam("appId", new UUID(3, 4))
                .get("/internal/v1/forms/" + formToken())
                .then()
                .statusCode(404)
                .body("code", equalTo("form_not_found"));
    }

    @Test
    void aRunWhoseEngineDiedAfterTheAnswerGoesOnElsewhere() {
        await().atMost(PATIENCE).until(() -> engine.find(runId).isEmpty());
        execute(
                "update form set status = 'submitted', action = 'yes',"
                        + " answer = '{\"why\": \"w\", \"size\": \"small\"}', answered_at = now()"
                        + " where run_id = $1");
        execute("update run set status = 'running', owner = 'gone' where id = $1");

        await().atMost(PATIENCE).until(() -> events().getLast() instanceof RunEvent.Finished);
        assertThat(((RunEvent.Finished) events().getLast()).outputs())
                .containsEntry("size", "small");
    }

    @Test
    void aFormThatNobodyFilledInTimeIsClosedOnce() {
        execute("update form set expires_at = now() - interval '1 second' where run_id = $1");
        form().then().statusCode(412).body("code", equalTo("human_input_form_expired"));

        internal().post("/internal/v1/forms/expire").then().statusCode(200);

        await().atMost(PATIENCE).until(() -> events().getLast() instanceof RunEvent.Finished);
        assertThat(((RunEvent.Finished) events().getLast()).outputs())
                .isEqualTo(Map.of("late", ""));
        assertThat(events()).filteredOn(RunEvent.FormExpired.class::isInstance).hasSize(1);
        internal().post("/internal/v1/forms/expire").then().body("forms", equalTo(0));
    }

    @Test
    void aPausedRunCanBeStopped() {
        await().atMost(PATIENCE).until(() -> engine.find(runId).isEmpty());
        String task =
                internal().get("/internal/v1/runs/" + runId).jsonPath().getString("run.taskId");

        internal().post("/internal/v1/tasks/" + task + "/stop?appId=" + app);

        await().atMost(PATIENCE).until(() -> events().getLast() instanceof RunEvent.Finished);
        assertStatus("stopped");
        submit("yes", Map.of("why", "w", "size", "big")).statusCode(404);
    }

    @Test
    void aRunThatIsWokenForNothingWaitsOn() {
        await().atMost(PATIENCE).until(() -> engine.find(runId).isEmpty());
        execute("update run set status = 'running', owner = 'gone' where id = $1");

        await().atMost(PATIENCE)
                .until(() ->
                        internal()
                                .get("/internal/v1/runs/" + runId)
                                .jsonPath()
                                .getString("status")
                                .equals("paused"));
        assertThat(engine.find(runId)).isEmpty();
    }

    private String formToken() {
        return Objects.requireNonNull(paused).forms().getFirst().token();
    }

    private void assertStatus(String status) {
        internal().get("/internal/v1/runs/" + runId).then().body("status", equalTo(status));
    }

    private Response form() {
        return internal().queryParam("appId", app).get("/internal/v1/forms/" + formToken());
    }

    private ValidatableResponse submit(String action, Map<String, Object> inputs) {
        return internal()
                .contentType("application/json")
                .body(
                        Map.of(
                                "appId", app, "user", "boss", "action", action, "inputs", inputs,
                                "uploads", List.of()))
                .post("/internal/v1/forms/" + formToken())
                .then();
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(runId)).await().atMost(PATIENCE);
    }

    private UUID imported() {
        String id =
                internal()
                        .contentType("application/json")
                        .body(Map.of("tenantId", Tenants.DEFAULT, "yamlContent", APPROVAL))
                        .post("/internal/v1/apps/imports")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("appId");
        return UUID.fromString(id);
    }

    private List<RunEventEnvelope> started() {
        Map<String, Object> request =
                Map.of(
                        "tenantId",
                        Tenants.DEFAULT,
                        "appId",
                        app,
                        "user",
                        "somebody",
                        "inputs",
                        Map.of("q", "it"),
                        "files",
                        List.of(),
                        "autoGenerateName",
                        false);
        return parse(
                internal()
                        .contentType("application/json")
                        .accept("text/event-stream, application/json")
                        .body(request)
                        .post("/internal/v1/runs")
                        .asString());
    }

    private List<RunEvent> events() {
        return parse(
                        internal()
                                .accept("text/event-stream")
                                .get("/internal/v1/runs/" + runId + "/events?after=0")
                                .asString())
                .stream()
                .map(RunEventEnvelope::event)
                .toList();
    }

    private List<RunEventEnvelope> parse(String stream) {
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

    private RequestSpecification internal() {
        return given().header("Authorization", "Bearer " + token);
    }
}
