package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.FakeAnnotations;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Annotations, exact to their errors and pages (http-api.md 3.9). */
@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class AnnotationQuarkusTest {

    private static final String ANNOTATIONS = "/v1/apps/annotations";
    private static final String REPLY = "/v1/apps/annotation-reply";
    private static final String UNKNOWN = "01990000-0000-7000-8000-0000000000ff";
    private static final String ITEM =
            "{\"id\":\""
                    + FakeAnnotations.KNOWN
                    + "\",\"question\":\"Who?\",\"answer\":\"Ada\",\"hit_count\":3,"
                    + "\"created_at\":1772359200}";

    @Test
    void anAnnotationIsMadeChangedAndRemoved() {
        String key = Client.keyOfNew("completion", "Made");
        Map<String, String> text = Map.of("question", "Who?", "answer", "Ada");

        assertThat(Client.post(key, ANNOTATIONS, text).then().statusCode(201).extract().asString())
                .isEqualTo(ITEM);
        assertThat(
                        Client.with(key)
                                .contentType(ContentType.JSON)
                                .body(text)
                                .put(ANNOTATIONS + "/" + FakeAnnotations.KNOWN)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .isEqualTo(ITEM);
        Client.with(key).delete(ANNOTATIONS + "/" + FakeAnnotations.KNOWN).then().statusCode(204);
    }

    @Test
    void aPageThatIsExactlyFullSaysThatThereIsMore() {
        String key = Client.keyOfNew("chat", "Pages");

        Client.with(key)
                .get(ANNOTATIONS)
                .then()
                .statusCode(200)
                .body("has_more", equalTo(false))
                .body("limit", equalTo(20))
                .body("total", equalTo(2))
                .body("page", equalTo(1))
                .body("data.question", contains("Q1", "Q2"));
        Client.with(key)
                .queryParam("limit", 2)
                .queryParam("page", 1)
                .queryParam("keyword", "a & b")
                .get(ANNOTATIONS)
                .then()
                .body("has_more", equalTo(true));
        Client.with(key)
                .queryParam("limit", 200)
                .get(ANNOTATIONS)
                .then()
                .body("limit", equalTo(200))
                .body("has_more", equalTo(false));
        assertThat(Stream.of(Suite.FIRST, Suite.SECOND).flatMap(engine -> engine.asked().stream()))
                .anyMatch(asked -> asked.endsWith("page=1&limit=2&keyword=a%20%26%20b"))
                .anyMatch(asked -> asked.endsWith("page=1&limit=100&keyword="));
        Client.with(key).queryParam("page", 0).get(ANNOTATIONS).then().statusCode(400);
    }

    @Test
    void annotationsAreSwitchedOnInEitherSpelling() {
        String key = Client.keyOfNew("chat", "Switched");

        assertThat(
                        Client.post(
                                        key,
                                        REPLY + "/enable",
                                        Map.of(
                                                "score_threshold",
                                                0.9,
                                                "embedding_provider_name",
                                                "openai",
                                                "embedding_model_name",
                                                "small"))
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .isEqualTo(
                        "{\"job_id\":\"" + FakeAnnotations.JOB + "\",\"job_status\":\"waiting\"}");
        Client.post(
                        key,
                        REPLY + "/enable",
                        Map.of(
                                "scoreThreshold",
                                1,
                                "embeddingProviderName",
                                "openai",
                                "embeddingModelName",
                                "large"))
                .then()
                .statusCode(200);
        assertThat(Suite.WORLD.settings())
                .containsOnlyOnce(
                        new AnnotationReplySetting(0.9, "openai", "small"),
                        new AnnotationReplySetting(1, "openai", "large"));
    }

    @Test
    void theBodyIsNeededToSwitchOffAsWell() {
        String key = Client.keyOfNew("workflow", "Off");

        Client.post(key, REPLY + "/disable", Map.of())
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"))
                .body("message", containsString("3 validation errors"))
                .body("message", containsString("embedding_model_name\n  Field required"));
        Map<String, Object> body =
                Map.of(
                        "score_threshold",
                        0.9,
                        "embedding_provider_name",
                        "",
                        "embedding_model_name",
                        "");
        Client.post(key, REPLY + "/disable", body)
                .then()
                .statusCode(200)
                .body("job_status", equalTo("processing"));
        Client.post(key, REPLY + "/toggle", body)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"));
    }

    @Test
    void aJobTellsHowItWent() {
        String key = Client.keyOfNew("chat", "Jobs");

        assertThat(
                        Client.with(key)
                                .get(REPLY + "/enable/status/" + FakeAnnotations.JOB)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .isEqualTo(
                        "{\"job_id\":\""
                                + FakeAnnotations.JOB
                                + "\",\"job_status\":\"error\",\"error_msg\":\"no such model\"}");
        for (String path : new String[] {"/enable/status/" + UNKNOWN, "/a%2Fb/status/" + UNKNOWN}) {
            Client.with(key)
                    .urlEncodingEnabled(false)
                    .get(REPLY + path)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid_param"))
                    .body("message", equalTo("The job does not exist."));
        }
    }

    @Test
    void whatIsNotThereOrNotWholeIsRefused() {
        String key = Client.keyOfNew("chat", "Refused");

        Client.with(key)
                .delete(ANNOTATIONS + "/" + UNKNOWN)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"))
                .body("message", equalTo("Annotation not found"));
        Client.with(key).delete(ANNOTATIONS + "/no-uuid").then().statusCode(404);
        Client.post(key, ANNOTATIONS, Map.of("question", "Who?"))
                .then()
                .statusCode(400)
                .body("message", containsString("answer\n  Field required"));
        Client.with("app-unknown").get(ANNOTATIONS).then().statusCode(401);
    }
}
