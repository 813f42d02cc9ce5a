package io.holdfast.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class ConsoleQuarkusTest {

    private static final String APPS = "/console/api/apps";

    @Inject Pool pool;

    @Test
    void anAppComesInIsListedShownExportedAndGoes() {
        String id = Client.importApp("workflow", "Comes");

        Client.console().get(APPS).then().statusCode(200).body("data.id", hasItem(id));
        Client.console()
                .get(APPS + "/" + id)
                .then()
                .statusCode(200)
                .body("mode", equalTo("workflow"))
                .body("icon", equalTo("👋"));
        Client.console()
                .get(APPS + "/" + id + "/export")
                .then()
                .statusCode(200)
                .body("data", equalTo("app: {mode: workflow, name: Comes}"));
        String key = Client.keyOf(id);
        Client.with(key).get("/v1/info").then().statusCode(200);

        Client.console().delete(APPS + "/" + id).then().statusCode(204);

        Client.console().get(APPS).then().body("data.id", not(hasItem(id)));
        Client.console()
                .get(APPS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"))
                .body("message", equalTo("App not found."));
        Client.with(key).get("/v1/info").then().statusCode(401);
    }

    @Test
    void aFileThatIsNoAppIsRefusedWithItsError() {
        Client.console()
                .contentType(ContentType.JSON)
                .body(Map.of("mode", "yaml-content", "yaml_content", "hello"))
                .post(APPS + "/imports")
                .then()
                .statusCode(400)
                .body("status", equalTo("failed"))
                .body("app_id", equalTo(null))
                .body("error", equalTo("Missing app data in YAML content"));
    }

    @Test
    void aUrlIsNoFile() {
        Client.console()
                .contentType(ContentType.JSON)
                .body(Map.of("mode", "yaml-url", "yaml_url", "https://example.org/app.yml"))
                .post(APPS + "/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"));
    }

    @Test
    void aKeyIsSeenWholeOnceAndKeptAsAHash() {
        String id = Client.importApp("chat", "Keys");
        String key = Client.keyOf(id);

        assertThat(key).matches("app-[A-Za-z0-9]{24}");
        Client.console()
                .get(APPS + "/" + id + "/api-keys")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].token", matchesPattern("app-...\\.\\.\\....$"));
        String inHex = hex(key);
        pool.query("select k::text from gateway.api_key k")
                .executeAndAwait()
                .forEach(row ->
                        assertThat(row.getString(0)).doesNotContain(key).doesNotContain(inHex));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDeletedKeyOpensNothing() {
        String id = Client.importApp("chat", "Deleted key");
        String key = Client.keyOf(id);
        Client.with(key).get("/v1/info").then().statusCode(200);
        String keyId =
                Client.console()
                        .get(APPS + "/" + id + "/api-keys")
                        .then()
                        .extract()
                        .path("data[0].id");

        Client.console().delete(APPS + "/" + id + "/api-keys/" + keyId).then().statusCode(204);

        Client.with(key)
                .get("/v1/info")
                .then()
                .statusCode(401)
                .body("message", equalTo("Access token is invalid"));
        Client.console()
                .delete(APPS + "/" + id + "/api-keys/" + keyId)
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }

    @Test
    void aDatasetKeyIsOfItsOwnKind() {
        Client.console()
                .post("/console/api/datasets/api-keys")
                .then()
                .statusCode(200)
                .body("type", equalTo("dataset"))
                .body("token", matchesPattern("dataset-[A-Za-z0-9]{24}"));
        Client.console()
                .get("/console/api/datasets/api-keys")
                .then()
                .statusCode(200)
                .body("data.type", hasItem("dataset"));
    }

    @Test
    void withoutTheConsoleTokenNothingIsOpen() {
        given().get(APPS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"api\""))
                .body("code", equalTo("unauthorized"));
        Client.with("wrong").get(APPS).then().statusCode(401);
        Client.with(Client.keyOfNew("chat", "No console")).get(APPS).then().statusCode(401);
        Client.with("wrong")
                .post(APPS + "/00000000-0000-0000-0000-000000000000/api-keys")
                .then()
                .statusCode(401);
    }
}
