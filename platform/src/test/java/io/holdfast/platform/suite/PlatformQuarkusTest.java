package io.holdfast.platform.suite;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.holdfast.platform.internal.InternalCredential;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(HoldfastInfra.class)
class PlatformQuarkusTest {

    private static final String STORIES = "/internal/v1/stories";

    private final InternalCredential credential;

    @Inject
    PlatformQuarkusTest(InternalCredential credential) {
        this.credential = credential;
    }

    @Test
    void healthzSaysWhoIsThere() {
        given().get("/healthz")
                .then()
                .statusCode(200)
                .body("status", equalTo("ok"))
                .body("service", equalTo("platform-test"))
                .body("version", equalTo("1.2.3"));
    }

    @Test
    void aServiceThatHasAllItNeedsIsReadyLiveAndStarted() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("postgresql"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/stories",
                "/internal;x=1/v1/stories",
                "/internal/v1;a=b/stories",
                "//internal/v1/stories",
                "/x/../internal/v1/stories",
                "/%69nternal/v1/stories",
                "/internal/v1/nothing",
                "/internal"
            })
    void noWayLeadsPastTheGate(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthorized"));
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer wrong")
                .get(path)
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsToldInATransactionIsHeardOnKafka() {
        given().header("Authorization", credential.header())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"a walk\", \"at\": \"2026-01-02T03:04:05Z\", \"new\": 1}")
                .post(STORIES)
                .then()
                .statusCode(200)
                .body("at", equalTo("2026-01-02T03:04:05Z"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().header("Authorization", credential.header())
                                .get(STORIES)
                                .then()
                                .body("$", hasItem("a walk")));
    }

    @Test
    void aKnownFaultSaysItsCodeAndWhenToTryAgain() {
        given().get("/public/known")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("unavailable"))
                .body("message", equalTo("Not now"))
                .body("status", equalTo(503));
    }

    @Test
    void aCallThatABreakerKeepsBackMayBeTriedAgain() {
        given().get("/public/guarded")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("unavailable"))
                .body(not(containsString("inner words")));
    }

    @Test
    void anUnexpectedFaultTellsTheCallerNoDetail() {
        given().get("/public/other")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal_error"))
                .body(not(containsString("secret")));
    }

    @Test
    void anHttpFaultIsAProblemToo() {
        given().get("/public/http").then().statusCode(404).body("code", equalTo("not_found"));
    }
}
