package io.holdfast.engine.app.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.platform.id.Ids;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Triggers of apps and the runs that they ask for, over a real broker. */
@QuarkusTest
@TestProfile(TriggerQuarkusTest.WithBroker.class)
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(HoldfastInfra.class)
class TriggerQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String TWO_TRIGGERS =
            """
            version: '0.5.0'
            kind: app
            app: {name: Triggered, mode: workflow}
            workflow:
              features: {}
              graph:
                nodes:
                - id: hook
                  data:
                    type: trigger-webhook
                    title: Hook
                    method: POST
                    content_type: application/json
                    body: [{name: order, type: string, required: true}]
                    status_code: 202
                - id: clock
                  data:
                    type: trigger-schedule
                    title: Clock
                    mode: cron
                    cron_expression: '0 9 * * 1-5'
                    timezone: Europe/Berlin
                - {id: e1, data: {type: end, title: One, outputs: [{variable: order, value_selector: [hook, order]}]}}
                - {id: e2, data: {type: end, title: Two, outputs: [{variable: at, value_selector: [clock, sys.timestamp]}]}}
                edges:
                - {source: hook, sourceHandle: source, target: e1}
                - {source: clock, sourceHandle: source, target: e2}
            """;

    private final Pool pool;
    private final Ids ids;
    private final String token;

    @Inject
    TriggerQuarkusTest(
            Pool pool, Ids ids, @ConfigProperty(name = "holdfast.internal.token") String token) {
        this.pool = pool;
        this.ids = ids;
        this.token = token;
    }

    /** Its own start of the service, with a broker. */
    public static final class WithBroker implements QuarkusTestProfile {}

    @Test
    void aRequestBeginsOneRunAtItsTrigger() {
        UUID app = imported(null);
        UUID runId = ids.next();

        request(runId, app, "hook", Map.of("order", "tea")).statusCode(204);
        request(runId, app, "hook", Map.of("order", "tea")).statusCode(204);
        UUID later = ids.next();
        request(later, app, "clock", Map.of()).statusCode(204);

        await().atMost(PATIENCE).until(() -> status(later).equals("succeeded"));
        internal()
                .get("/internal/v1/runs/" + runId)
                .then()
                .body("status", equalTo("succeeded"))
                .body("outputs.order", equalTo("tea"));
        assertThat(runsOf(app)).isEqualTo(2);
    }

    @Test
    void triggersFollowTheNewestVersionAndWebhooksKeepTheirIds() {
        UUID app = imported(null);
        String id = webhookId(app);
        internal()
                .get("/internal/v1/triggers/schedules")
                .then()
                .body("appId", hasItem(app.toString()))
                .body("cron", hasItem("0 9 * * 1-5"));

        imported(app);
        assertThat(webhookId(app)).isEqualTo(id).hasSize(24);
        internal()
                .get("/internal/v1/triggers/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("statusCode", equalTo(202))
                .body("body[0].required", equalTo(true));

        internal().delete("/internal/v1/apps/" + app).then().statusCode(204);
        internal().get("/internal/v1/triggers/webhooks/" + id).then().statusCode(404);
        internal()
                .get("/internal/v1/triggers/schedules")
                .then()
                .body("appId", not(hasItem(app.toString())));
        request(ids.next(), app, "hook", Map.of()).statusCode(404);
    }

    @Test
    void aRequestForAnAppThatIsGoneIsSetAsideAndHoldsNobodyUp() {
        UUID gone = imported(null);
        UUID app = imported(null);
        UUID lost = ids.next();
        UUID runId = ids.next();
        request(lost, gone, "hook", Map.of()).statusCode(204);
        internal().delete("/internal/v1/apps/" + gone);
        request(runId, app, "clock", Map.of()).statusCode(204);

        await().atMost(PATIENCE).until(() -> status(runId).equals("succeeded"));
    }

    @Test
    void aWorkflowOfTriggersIsNotStartedByACall() {
        Map<String, Object> body = new HashMap<>();
        body.put("tenantId", Tenants.DEFAULT);
        body.put("appId", imported(null));
        body.put("user", "somebody");
        body.put("inputs", Map.of());
        body.put("autoGenerateName", false);
        internal()
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/runs")
                .then()
                .statusCode(400)
                .body("message", containsString("begins with a trigger"));
    }

    private UUID imported(@Nullable UUID over) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("tenantId", Tenants.DEFAULT);
        body.put("yamlContent", TWO_TRIGGERS);
        body.put("appId", over);
        String id =
                internal()
                        .contentType("application/json")
                        .body(body)
                        .post("/internal/v1/apps/imports")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("appId");
        return UUID.fromString(id);
    }

    private String webhookId(UUID app) {
        return internal()
                .get("/internal/v1/triggers/apps/" + app + "/webhooks")
                .then()
                .body("$", hasSize(1))
                .extract()
                .path("[0].id");
    }

    private ValidatableResponse request(
            UUID runId, UUID app, String node, Map<String, Object> inputs) {
        return internal()
                .contentType("application/json")
                .body(
                        Map.of(
                                "runId",
                                runId,
                                "tenantId",
                                Tenants.DEFAULT,
                                "request",
                                Map.of("appId", app, "nodeId", node, "inputs", inputs)))
                .post("/internal/v1/triggers/requests")
                .then();
    }

    private String status(UUID runId) {
        return internal().get("/internal/v1/runs/" + runId).jsonPath().getString("status");
    }

    private long runsOf(UUID app) {
        return pool.preparedQuery("select count(*) from run where app_id = $1")
                .execute(Tuple.of(app))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private RequestSpecification internal() {
        return given().header("Authorization", "Bearer " + token);
    }
}
