package io.holdfast.engine.app.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.holdfast.engine.app.yaml.DslYaml;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class AppResourceQuarkusTest {

    private static final String APPS = "/internal/v1/apps";

    private static final String WORKFLOW =
            """
            version: '0.3.0'
            kind: app
            app: {name: Greeter, mode: workflow, icon: 👋, icon_background: '#fff', description: greets}
            workflow:
              environment_variables:
              - {id: e1, name: KEY, value_type: secret, value: sk-very-secret}
              - {id: e2, name: LIMIT, value_type: number, value: 3}
              features: {opening_statement: hello}
              graph:
                nodes:
                - id: s
                  data:
                    type: start
                    title: Start
                    variables:
                    - {variable: name, label: Name, type: text-input, required: true, max_length: 9}
                - {id: e, data: {type: end, title: End, outputs: []}}
                edges:
                - {source: s, target: e}
            """;

    private static final String CHAT =
            """
            version: '0.1.5'
            app: {name: Talker, mode: chat}
            model_config:
              model: {provider: openai, name: gpt-4o, mode: chat}
              pre_prompt: never shown
              user_input_form:
              - text-input: {variable: topic, label: Topic, required: false}
            """;

    private final UUID tenant = UUID.randomUUID();

    @Inject Pool pool;
    @Inject AppVersions versions;

    @Test
    void anImportedWorkflowIsThereWithItsForm() {
        String id = imported(WORKFLOW, null);

        internal()
                .get(APPS + "/" + id)
                .then()
                .statusCode(200)
                .body("app.name", equalTo("Greeter"))
                .body("app.mode", equalTo("workflow"))
                .body("app.icon", equalTo("👋"))
                .body("app.author", equalTo("ann"))
                .body("features.opening_statement", equalTo("hello"))
                .body("userInputForm[0].text-input.variable", equalTo("name"))
                .body("missingSecrets", hasSize(0))
                .body("dslVersion", equalTo("0.3.0"));
    }

    @Test
    void aBasicAppShowsItsFeaturesAndNotItsPrompt() {
        internal()
                .get(APPS + "/" + imported(CHAT, null))
                .then()
                .statusCode(200)
                .body("features.retriever_resource.enabled", equalTo(true))
                .body("features.pre_prompt", nullValue())
                .body("userInputForm[0].text-input.variable", equalTo("topic"));
    }

    @Test
    void theSameFileAgainIsANewVersionOfTheApp() {
        String id = imported(WORKFLOW, null);
        String first = internal().get(APPS + "/" + id).path("app.versionId");

        take(WORKFLOW.replace("Greeter", "Greeter 2"), id)
                .body("appId", equalTo(id))
                .body("versionId", not(equalTo(first)));

        internal()
                .get(APPS + "/" + id)
                .then()
                .body("app.name", equalTo("Greeter 2"))
                .body("app.versionId", not(equalTo(first)));
    }

    @Test
    void whatCannotBeOverwrittenStaysAsItIs() {
        String chat = imported(CHAT, null);
        String workflow = imported(WORKFLOW, null);

        refused(CHAT, chat, "Only workflow or advanced chat apps may be overwritten");
        refused(
                WORKFLOW.replace("mode: workflow", "mode: advanced-chat"),
                workflow,
                "The app is of mode workflow, the file of mode advanced-chat: an app keeps its"
                        + " mode");
        refused(WORKFLOW, UUID.randomUUID().toString(), "App not found");
    }

    @Test
    void aFaultyFileIsRefusedWithItsMessage() {
        refused("a: [", null, "Invalid YAML: ");
        refused("[1]", null, "Invalid YAML format: content must be a mapping");
        refused(
                WORKFLOW.replace("'0.3.0'", "0.3"),
                null,
                "Invalid version type, expected str, got <class 'float'>");
        refused(
                WORKFLOW.replace("type: end", "type: datasource"),
                null,
                "Node types that are not supported yet: datasource (node e 'End')");
        refused("", null, "yaml_content is required when import_mode is yaml-content");
    }

    @Test
    void aFileOfANewerMajorVersionWaitsForAConfirmation() {
        String id =
                take(WORKFLOW.replace("0.3.0", "1.0.0"), null)
                        .body("status", equalTo("pending"))
                        .body("appId", nullValue())
                        .body("currentDslVersion", equalTo("0.6.0"))
                        .body("importedDslVersion", equalTo("1.0.0"))
                        .extract()
                        .path("id");

        confirm(id)
                .body("status", equalTo("completed-with-warnings"))
                .body("appId", notNullValue());
        confirm(id)
                .body("status", equalTo("failed"))
                .body("error", equalTo("Import information expired or does not exist"));
    }

    @Test
    void listsPageAndFilter() {
        imported(WORKFLOW, null);
        imported(WORKFLOW.replace("Greeter", "100%_sure"), null);
        imported(CHAT, null);

        list("page", 1, "limit", 2)
                .body("data.name", contains("Talker", "100%_sure"))
                .body("total", equalTo(3))
                .body("hasMore", equalTo(true));
        list("page", 2, "limit", 2).body("data.name", contains("Greeter"));
        list("mode", "chat").body("data.name", contains("Talker"));
        list("name", "REET").body("data.name", contains("Greeter"));
        list("name", "%_").body("data.name", contains("100%_sure"));
        internal()
                .queryParam("tenantId", tenant)
                .queryParam("limit", 0)
                .get(APPS)
                .then()
                .statusCode(400);
    }

    @Test
    void anExportHoldsNoSecretUnlessAskedAndImportsAgain() {
        String id = imported(WORKFLOW, null);

        String plain = internal().get(APPS + "/" + id + "/export").path("data");
        String full =
                internal()
                        .queryParam("includeSecret", true)
                        .get(APPS + "/" + id + "/export")
                        .path("data");

        assertThat(plain).doesNotContain("sk-very-secret");
        assertThat(full).contains("sk-very-secret");
        assertThat(Trees.map(DslYaml.read(plain)).get("version")).isEqualTo("0.3.0");
        take(plain, null)
                .body("status", equalTo("completed-with-warnings"))
                .body("warnings[0]", containsString("KEY has no value"));
    }

    @Test
    void aDeletedAppIsGoneForAllButItsRuns() {
        String id = imported(WORKFLOW, null);

        internal().delete(APPS + "/" + id).then().statusCode(204);

        internal()
                .get(APPS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("app_not_found"));
        internal().delete(APPS + "/" + id).then().statusCode(404);
        list("page", 1).body("total", equalTo(0));
    }

    @Test
    void aMissingSecretIsGivenBesideTheFile() {
        String id = imported(WORKFLOW.replace("sk-very-secret", "''"), null);
        internal().get(APPS + "/" + id).then().body("missingSecrets", contains("KEY"));

        environment(id, Map.of("KEY", "sk-given"), 200).body("missingSecrets", hasSize(0));
        environment(id, Map.of("OTHER", "x"), 400)
                .body("message", equalTo("The app has no environment variable OTHER"));
        environment(id, Map.of("LIMIT", "x"), 400)
                .body("message", equalTo("Environment variable LIMIT must be of type number"));
    }

    @Test
    void aRunGetsSecretsInClearAndTheDatabaseNone() {
        UUID id = UUID.fromString(imported(WORKFLOW, null));

        PublishedApp app = await(() -> versions.find(id, null));
        var rows =
                await(() ->
                        pool.preparedQuery(
                                        "select a::text || v::text as row from app a join"
                                                + " app_version v on v.app_id = a.id"
                                                + " where a.id = $1")
                                .execute(Tuple.of(id)));

        assertThat(app.environment()).isEqualTo(Map.of("KEY", "sk-very-secret", "LIMIT", 3L));
        assertThat(app.definition().workflow().environmentVariables().getFirst().value())
                .isEqualTo("");
        assertThat(app.toString()).doesNotContain("sk-very-secret");
        assertThat(rows.iterator().next().getString("row"))
                .contains("Greeter")
                .doesNotContain("sk-very-secret");
    }

    @Test
    void aRunKeepsItsVersionThoughTheAppMovesOn() {
        UUID id = UUID.fromString(imported(WORKFLOW, null));
        UUID first = await(() -> versions.find(id, null)).versionId();

        imported(WORKFLOW.replace("Greeter", "Other"), id.toString());

        assertThat(nameOf(() -> versions.find(id, first))).isEqualTo("Greeter");
        assertThat(nameOf(() -> versions.find(id, null))).isEqualTo("Other");
        assertThatThrownBy(() -> await(() -> versions.find(id, tenant)))
                .isInstanceOf(AppNotFoundException.class)
                .hasMessage("Workflow not found.");

        internal().delete(APPS + "/" + id).then().statusCode(204);

        assertThatThrownBy(() -> await(() -> versions.find(id, first)))
                .isInstanceOf(AppNotFoundException.class)
                .hasMessage("App not found.");
        assertThat(nameOf(() -> versions.findForResume(id, first))).isEqualTo("Greeter");
    }

    @Test
    void aGivenValueReachesTheNextRun() {
        UUID id = UUID.fromString(imported(WORKFLOW, null));
        await(() -> versions.find(id, null));

        environment(id.toString(), Map.of("KEY", "sk-given", "LIMIT", 7), 200);
        imported(WORKFLOW, id.toString());

        assertThat(await(() -> versions.find(id, null)).environment())
                .isEqualTo(Map.of("KEY", "sk-given", "LIMIT", 7L));
    }

    @Test
    void nobodyComesInWithoutTheCredential() {
        given().get(APPS).then().statusCode(401);
    }

    private static String nameOf(Supplier<Uni<PublishedApp>> find) {
        return await(find).definition().name();
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private String imported(String yaml, @Nullable String appId) {
        return take(yaml, appId).body("error", equalTo("")).extract().path("appId");
    }

    private void refused(String yaml, @Nullable String appId, String message) {
        take(yaml, appId)
                .body("status", equalTo("failed"))
                .body("appId", nullValue())
                .body("error", containsString(message));
    }

    private ValidatableResponse take(String yaml, @Nullable String appId) {
        Map<String, @Nullable Object> request = new HashMap<>();
        request.put("tenantId", tenant);
        request.put("author", "ann");
        request.put("yamlContent", yaml);
        request.put("appId", appId);
        return internal().body(request).post(APPS + "/imports").then().statusCode(200);
    }

    private ValidatableResponse confirm(String id) {
        return internal()
                .queryParam("tenantId", tenant)
                .post(APPS + "/imports/" + id + "/confirm")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse list(String name, Object value, Object... more) {
        return internal()
                .queryParam("tenantId", tenant)
                .queryParams(name, value, more)
                .get(APPS)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse environment(
            String id, Map<String, Object> values, int status) {
        return internal()
                .body(Map.of("values", values))
                .put(APPS + "/" + id + "/environment")
                .then()
                .statusCode(status);
    }

    private static RequestSpecification internal() {
        return given().header("Authorization", "Bearer holdfast-development-only")
                .contentType("application/json");
    }
}
