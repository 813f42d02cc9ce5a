package io.holdfast.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.contracts.trigger.Webhook;
import io.holdfast.contracts.trigger.Webhook.Parameter;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests to webhooks (dsl.md 3.20). */
@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class WebhookQuarkusTest {

    private static final String ID = "abcdefghijABCDEFGHIJ0123";
    private static final String PATH = "/triggers/webhook/" + ID;
    private static final UUID APP = new UUID(0x7000L, 7);

    @BeforeEach
    void nothingWasAsked() {
        Suite.WORLD.requests().clear();
        Suite.WORLD.webhooks().clear();
    }

    private static void webhook(String method, String type, List<Parameter> body, String answer) {
        Suite.WORLD
                .webhooks()
                .put(
                        ID,
                        new Webhook(
                                ID,
                                APP,
                                APP,
                                "hook",
                                method,
                                type,
                                List.of(new Parameter("X-Shop", "string", true)),
                                List.of(
                                        new Parameter("n", "number", false),
                                        new Parameter("urgent", "boolean", false)),
                                body,
                                201,
                                answer));
    }

    private static RequestSpecification from(String shop) {
        return given().header("x-shop", shop);
    }

    private static Map<String, @Nullable Object> inputs() {
        assertThat(Suite.WORLD.requests()).hasSize(1);
        TriggerRequest request = Suite.WORLD.requests().getFirst();
        assertThat(request.request().nodeId()).isEqualTo("hook");
        return request.request().inputs();
    }

    private static void refused(ValidatableResponse response, String message) {
        response.statusCode(400)
                .body("error", equalTo("Bad Request"))
                .body("message", containsString(message));
        assertThat(Suite.WORLD.requests()).isEmpty();
    }

    @Test
    void jsonIsTakenByItsTypes() {
        webhook(
                "POST",
                "application/json",
                List.of(
                        new Parameter("order", "number", true),
                        new Parameter("items", "array[object]", false),
                        new Parameter("note", "string", false)),
                "");

        from("tea")
                .contentType("application/json")
                .body("{\"order\": 7, \"items\": [{\"a\": 1}], \"more\": true}")
                .post(PATH + "?n=2.5&urgent=yes")
                .then()
                .statusCode(201)
                .body("status", equalTo("success"))
                .body("message", equalTo("Webhook processed successfully"));

        Map<String, @Nullable Object> inputs = inputs();
        assertThat(inputs)
                .containsEntry("X_Shop", "tea")
                .containsEntry("n", 2.5)
                .containsEntry("urgent", true)
                .containsEntry("order", 7)
                .containsEntry("note", null)
                .doesNotContainKey("more");
        assertThat(inputs.get("items")).isEqualTo(List.of(Map.of("a", 1)));
        assertThat(inputs.get("_webhook_raw"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("method", "POST")
                .containsEntry("query_params", Map.of("n", 2.5, "urgent", true));
    }

    @Test
    void formsAreTakenInBothWays() {
        List<Parameter> fields = List.of(new Parameter("order", "number", true));
        webhook("PUT", "application/x-www-form-urlencoded", fields, "{\"ok\": 1}");
        from("tea").formParam("order", "7").put(PATH).then().statusCode(201).body("ok", equalTo(1));
        assertThat(inputs()).containsEntry("order", 7);

        Suite.WORLD.requests().clear();
        webhook("POST", "multipart/form-data", fields, "thanks");
        from("tea")
                .multiPart("order", "8")
                .post(PATH)
                .then()
                .statusCode(201)
                .body("message", equalTo("thanks"));
        assertThat(inputs()).containsEntry("order", 8);
    }

    @Test
    void aTextIsTakenWhole() {
        webhook("POST", "text/plain", List.of(new Parameter("note", "string", true)), "");
        refused(from("tea").contentType("text/plain").post(PATH).then(), "body content missing");

        from("tea")
                .contentType("text/plain; charset=ISO-8859-1")
                .body("Grüße")
                .post(PATH)
                .then()
                .statusCode(201);

        assertThat(inputs()).containsEntry("note", "Grüße");
    }

    @Test
    void whatDoesNotFitIsToldAndBeginsNothing() {
        webhook("POST", "application/json", List.of(new Parameter("order", "number", true)), "");

        refused(from("tea").get(PATH).then(), "HTTP method mismatch. Expected POST, got GET");
        refused(
                from("tea").contentType("text/plain").body("{}").post(PATH).then(),
                "Content-type mismatch");
        refused(json("{}").post(PATH).then(), "Required header missing: X-Shop");
        refused(json("{}").header("X-Shop", "t").post(PATH).then(), "Required body parameter");
        refused(
                json("{\"order\": \"7\"}").header("X-Shop", "t").post(PATH).then(),
                "Parameter 'order' validation failed: Expected number, got str");
        refused(json("{\"order\": ").header("X-Shop", "t").post(PATH).then(), "Invalid JSON");
        refused(json("[7]").header("X-Shop", "t").post(PATH).then(), "Invalid JSON");
        refused(
                json("{\"order\": 7}").header("X-Shop", "t").post(PATH + "?n=many").then(),
                "Parameter 'n' validation failed: Cannot convert 'many' to number");
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    @Test
    void whatIsNoWebhookIsNotFound() {
        given().post("/triggers/webhook/zzzzzzzzzzzzzzzzzzzzzzzz").then().statusCode(404);
        given().post("/triggers/webhook/requests").then().statusCode(404);
    }
}
