package io.holdfast.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class ModelServiceQuarkusTest {

    @Inject AgroalDataSource database;

    @Test
    void theBuiltInEmbeddingModelIsListed() {
        caller().get("/v1/models")
                .then()
                .statusCode(200)
                .body("data.id", hasItem("all-MiniLM-L6-v2"))
                .body("data.type", hasItem("text-embedding"));
    }

    @Test
    void itIsTheDefaultEmbeddingModel() {
        caller().get("/internal/v1/models/default?type=embedding")
                .then()
                .statusCode(200)
                .body("model", equalTo("all-MiniLM-L6-v2"))
                .body("type", equalTo("text-embedding"));
    }

    @Test
    void thereIsNoDefaultChatModelUnlessOneIsConfigured() {
        caller().get("/internal/v1/models/default?type=llm")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("no_default_model"));
    }

    @Test
    void withoutAKeyNothingIsTold() {
        given().get("/v1/models").then().statusCode(401);
        given().get("/internal/v1/models").then().statusCode(401);
    }

    @Test
    void theDemoModelStreamsWhereNothingIsConfigured() {
        var stream =
                caller().contentType("application/json")
                        .body(
                                """
                                {"model":"gpt-4o","stream":true,
                                 "messages":[{"role":"user","content":"hi"}]}\
                                """)
                        .post("/v1/chat/completions")
                        .then()
                        .statusCode(200)
                        .contentType("text/event-stream")
                        .extract()
                        .asString();

        assertThat(stream).contains("demo", "x_holdfast").endsWith("data: [DONE]\n\n");
    }

    @Test
    void textsAreEmbeddedInThisProcess() {
        caller().contentType("application/json")
                .body("{\"input\":[\"a\",\"b\"]}")
                .post("/v1/embeddings")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(2))
                .body("model", equalTo("all-MiniLM-L6-v2"));
    }

    @Test
    void everyCallIsRecordedInTheOutbox() throws SQLException {
        var before = recorded();
        caller().contentType("application/json")
                .body("{\"input\":\"a\"}")
                .post("/v1/embeddings")
                .then()
                .statusCode(200);

        await().untilAsserted(() -> assertThat(recorded()).isGreaterThan(before));
    }

    /** Events of usage that were ever appended, whether the relay has taken them or not. */
    private long recorded() throws SQLException {
        try (var connection = database.getConnection();
                var result =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select coalesce(last_value, 0) from pg_sequences"
                                                + " where schemaname = 'model' and sequencename"
                                                + " like 'outbox%'")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer for-tests");
    }
}
