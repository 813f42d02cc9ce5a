package io.holdfast.engine.app.annotation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;

import io.holdfast.contracts.tenant.Tenants;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Apps with annotations, over the engine's API. */
final class AnnotatedApps {

    static final String MODEL = "words";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pool pool;
    private final String token;

    AnnotatedApps(Pool pool, String token) {
        this.pool = pool;
        this.token = token;
    }

    /** A new chat app with one more line in its configuration. */
    UUID imported(String feature) {
        return take(
                null,
                """
                version: '0.3.0'
                app: {name: Annotated, mode: chat}
                model_config:
                  model: {provider: openai, name: gpt-4o, mode: chat}
                  pre_prompt: Be brief.
                  %s
                """
                        .formatted(feature));
    }

    /** A chatflow, new or once more, with a feature. */
    UUID chatflow(@Nullable UUID over, String feature) {
        return take(
                over,
                """
                version: '0.3.0'
                app: {name: Annotated, mode: advanced-chat}
                workflow:
                  features: {%s}
                  graph:
                    nodes:
                    - {id: s, data: {type: start, title: Start, variables: []}}
                    - {id: a, data: {type: answer, title: Answer, answer: hello}}
                    edges:
                    - {source: s, target: a}
                """
                        .formatted(feature));
    }

    private UUID take(@Nullable UUID over, String yaml) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("tenantId", Tenants.DEFAULT);
        body.put("yamlContent", yaml);
        body.put("appId", over);
        String id =
                internal()
                        .body(body)
                        .post("/internal/v1/apps/imports")
                        .then()
                        .statusCode(200)
                        .body("warnings", empty())
                        .extract()
                        .path("appId");
        return UUID.fromString(id);
    }

    ValidatableResponse detail(UUID app) {
        return internal().get("/internal/v1/apps/" + app).then().statusCode(200);
    }

    String annotate(UUID app, String question, String answer) {
        return internal()
                .body(Map.of("question", question, "answer", answer))
                .post(annotations(app))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    ValidatableResponse rewrite(UUID app, String id, String question, String answer) {
        return internal()
                .body(Map.of("question", question, "answer", answer))
                .put(annotations(app) + "/" + id)
                .then();
    }

    ValidatableResponse remove(UUID app, String id) {
        return internal().delete(annotations(app) + "/" + id).then();
    }

    ValidatableResponse list(UUID app, String query) {
        return internal()
                .urlEncodingEnabled(false)
                .get(annotations(app) + "?limit=20" + query)
                .then()
                .statusCode(200);
    }

    private static String annotations(UUID app) {
        return "/internal/v1/apps/" + app + "/annotations";
    }

    /** Asks to switch on. */
    ValidatableResponse enable(UUID app, double threshold, String model) {
        return internal()
                .body(
                        Map.of(
                                "scoreThreshold",
                                threshold,
                                "embeddingProvider",
                                "openai",
                                "embeddingModel",
                                model))
                .post("/internal/v1/apps/" + app + "/annotation-reply/enable")
                .then()
                .statusCode(200);
    }

    /** Switches on and waits until it is. */
    void enabled(UUID app, double threshold) {
        String job = enable(app, threshold, MODEL).extract().path("id");
        await().atMost(PATIENCE).until(() -> status(app, job).equals("completed"));
    }

    void disabled(UUID app) {
        String job =
                internal()
                        .post("/internal/v1/apps/" + app + "/annotation-reply/disable")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
        await().atMost(PATIENCE)
                .until(() -> job(app, "disable", job).extract().path("status").equals("completed"));
    }

    String status(UUID app, String job) {
        return job(app, "enable", job).statusCode(200).extract().path("status");
    }

    ValidatableResponse job(UUID app, String action, String job) {
        return internal()
                .get("/internal/v1/apps/" + app + "/annotation-reply/" + action + "/jobs/" + job)
                .then();
    }

    /** How many rows of an app a table has. */
    long count(String table, UUID app) {
        return pool.preparedQuery("select count(*) from " + table + " where app_id = $1")
                .execute(Tuple.of(app))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    void execute(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Tuple.wrap(values)).await().atMost(PATIENCE);
    }

    private RequestSpecification internal() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
