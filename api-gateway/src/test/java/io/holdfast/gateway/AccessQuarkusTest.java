package io.holdfast.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Stories;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class AccessQuarkusTest {

    private static final Map<String, Object> RUN = Map.of("inputs", Map.of(), "user", "ada");
    private static final Map<String, Object> CHAT =
            Map.of("inputs", Map.of(), "user", "ada", "query", "Hi");

    @TestHTTPResource URL url;

    private static void refused(Response response, int status, String code, String message) {
        response.then()
                .statusCode(status)
                .contentType(startsWith("application/json"))
                .body("code", equalTo(code))
                .body("message", equalTo(message))
                .body("status", equalTo(status));
        assertThat(response.jsonPath().getMap("$")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"900, 200", "998, 200", "999, 400", "1000, 400", "5000, 400"})
    void aBodyMayBeNestedOnlySoDeep(int depth, int status) {
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
        String deep = "[".repeat(depth) + "]".repeat(depth);
        String key = Client.keyOfNew("workflow", "deep" + depth);

        Client.with(key)
                .contentType(ContentType.JSON)
                .body("{\"user\": \"ada\", \"inputs\": {\"a\": " + deep + "}}")
                .post("/v1/workflows/run")
                .then()
                .statusCode(status);
    }

    @Test
    void everyKindOfWrongKeyHasItsWords() {
        String missing = "Authorization header must be provided and start with 'Bearer'";
        refused(given().get("/v1/info"), 401, "unauthorized", missing);
        refused(
                given().header("Authorization", "app-x").get("/v1/info"),
                401,
                "unauthorized",
                missing);
        refused(
                given().header("Authorization", "Basic abc").get("/v1/info"),
                401,
                "unauthorized",
                "Authorization scheme must be 'Bearer'");
        Response unknown = Client.with("app-000000000000000000000000").get("/v1/info");
        refused(unknown, 401, "unauthorized", "Access token is invalid");
        unknown.then().header("WWW-Authenticate", equalTo("Bearer realm=\"api\""));
        String ofDatasets =
                Client.console()
                        .post("/console/api/datasets/api-keys")
                        .then()
                        .extract()
                        .path("token");
        refused(
                Client.with(ofDatasets).get("/v1/info"),
                401,
                "unauthorized",
                "Access token is invalid");
    }

    @Test
    void anAppOfAnotherModeIsRefusedByName() {
        String words = "Please check if your app mode matches the right API route.";
        String chat = Client.keyOfNew("chat", "Mode chat");
        String workflow = Client.keyOfNew("workflow", "Mode workflow");

        refused(Client.post(chat, "/v1/workflows/run", RUN), 400, "not_workflow_app", words);
        refused(Client.post(workflow, "/v1/chat-messages", CHAT), 400, "not_chat_app", words);
        refused(
                Client.with(workflow).queryParam("user", "ada").get("/v1/conversations"),
                400,
                "not_chat_app",
                words);
        refused(
                Client.post(chat, "/v1/completion-messages", RUN),
                400,
                "app_unavailable",
                "App unavailable, please check your app configurations.");
    }

    @Test
    void aUserMustBeNamed() {
        String key = Client.keyOfNew("workflow", "User");
        refused(
                Client.post(key, "/v1/workflows/run", Map.of("inputs", Map.of())),
                400,
                "invalid_param",
                "Arg user must be provided.");
    }

    @Test
    void whatOtherClientsSendIsTakenAsItIsMeant() {
        String key = Client.keyOfNew("chat", "Lax");
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
        Map<String, Object> body =
                Map.of(
                        "inputs",
                        Map.of(),
                        "query",
                        "hello",
                        "user",
                        7,
                        "auto_generate_name",
                        "yes");
        Client.post(key, "/v1/chat-messages", body).then().statusCode(200);
    }

    @Test
    void theNameOfATracedSessionHasItsLength() {
        String key = Client.keyOfNew("chat", "Session");
        Map<String, Object> body =
                Map.of(
                        "inputs",
                        Map.of(),
                        "query",
                        "hello",
                        "user",
                        "ada",
                        "trace_session_id",
                        "s".repeat(201));
        refused(
                Client.post(key, "/v1/chat-messages", body),
                400,
                "bad_request",
                "trace_session_id must have 1 to 200 characters.");
    }

    @Test
    void whatIsWrongWithABodyIsToldFieldByField() {
        String key = Client.keyOfNew("chat", "Fields");
        Client.post(key, "/v1/chat-messages", Map.of("user", "ada", "response_mode", "often"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"))
                .body("message", startsWith("3 validation errors for ChatRequestPayload\n"));
        refused(
                Client.post(
                        key,
                        "/v1/chat-messages",
                        Map.of("user", "ada", "inputs", Map.of(), "query", "")),
                400,
                "invalid_param",
                "query is required");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        String key = Client.keyOfNew("workflow", "No JSON");
        refused(
                Client.with(key).contentType("text/plain").body("{}").post("/v1/workflows/run"),
                415,
                "unsupported_media_type",
                "Did not attempt to load JSON data because the request Content-Type was not"
                        + " 'application/json'.");
        refused(
                Client.with(key).contentType(ContentType.JSON).body("{").post("/v1/workflows/run"),
                400,
                "bad_request",
                "The browser (or proxy) sent a request that this server could not understand.");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndTheNextOneServed() {
        String key = Client.keyOfNew("workflow", "Large");
        String large = "x".repeat(Suite.MAX_BODY);
        refused(
                Client.post(key, "/v1/workflows/run", Map.of("inputs", Map.of("a", large))),
                413,
                "request_entity_too_large",
                "The request's body is larger than 20000 bytes.");
        Client.with(key).get("/v1/info").then().statusCode(200);
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedForForEver() throws IOException {
        String key = Client.keyOfNew("workflow", "Slow");
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            String head =
                    "POST /v1/workflows/run HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + key
                            + "\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void pathsThatNobodyHasGetAPage() {
        String key = Client.keyOfNew("chat", "Paths");
        for (String path :
                new String[] {
                    "/v1/nothing", "/v1/info/", "/v1/messages/no-uuid/suggested", "/v1/datasets/1"
                }) {
            Client.with(key)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("text/html; charset=utf-8");
        }
    }

    @Test
    void pathsOfDifyThatAreNotBuiltSaySo() {
        refused(
                Client.with("app-x").post("/v1/audio-to-text"),
                501,
                "not_implemented",
                "POST /v1/audio-to-text is not served yet.");
    }

    @Test
    void requestsAreCountedByTemplateWhateverTheirPathIs() {
        Client.with("app-x").get("/v1/workflows/run/123e4567-e89b-12d3-a456-426614174000");
        Client.with("app-x").get("/v1/made-up-by-a-stranger");

        String metrics = given().get("/q/metrics").then().extract().asString();

        assertThat(metrics)
                .contains("uri=\"/v1/workflows/run/{workflow_run_id}\"")
                .contains("uri=\"/no-such-path\"")
                .doesNotContain("123e4567")
                .doesNotContain("made-up-by");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Response response = Client.with("app-x").delete("/v1/info");
        refused(
                response,
                405,
                "method_not_allowed",
                "The method is not allowed for the requested URL.");
        response.then().headers("Allow", equalTo(null));
    }

    @Test
    void theRootNeedsNoKey() {
        given().get("/v1/")
                .then()
                .statusCode(200)
                .header("X-Version", equalTo("1.14.2"))
                .header("X-Env", equalTo("PRODUCTION"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("welcome", equalTo("Dify OpenAPI"))
                .body("api_version", equalTo("v1"));
        given().redirects()
                .follow(false)
                .get("/v1")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/v1/"));
    }

    @Test
    void aBrowserMayAskFirst() {
        given().header("Origin", "https://site.example")
                .options("/v1/chat-messages")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("https://site.example"))
                .header("Vary", equalTo("Origin"))
                .header(
                        "Access-Control-Allow-Methods",
                        equalTo("GET, PUT, POST, DELETE, OPTIONS, PATCH"));
    }

    @Test
    void anAppIsDescribed() {
        String key = Client.keyOfNew("chat", "Described");
        Client.with(key)
                .get("/v1/info")
                .then()
                .body("name", equalTo("Greeter"))
                .body("mode", equalTo("chat"))
                .body("author_name", equalTo("console"));
        Client.with(key)
                .get("/v1/parameters")
                .then()
                .body("opening_statement", equalTo("Welcome"))
                .body("user_input_form[0]", hasKey("text-input"))
                .body("retriever_resource.enabled", equalTo(true))
                .body("system_parameters.file_size_limit", equalTo(15))
                .body("$", not(hasKey("model")));
        Client.with(key)
                .get("/v1/meta")
                .then()
                .statusCode(200)
                .body("tool_icons", equalTo(Map.of()));
        Client.with(key)
                .get("/v1/site")
                .then()
                .body("title", equalTo("Greeter"))
                .body("icon", equalTo("👋"))
                .body("show_workflow_steps", equalTo(true));
    }
}
