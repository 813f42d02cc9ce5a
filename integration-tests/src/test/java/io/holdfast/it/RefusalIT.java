package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.testing.model.MockReply;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong is answered as documented, and loses nothing. */
@ExtendWith(WithInstallation.class)
class RefusalIT {

    private final Installation holdfast;

    RefusalIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aWrongKeyIsUnauthorized() {
        post("app-wrong", "/workflows/run", Map.of("inputs", Map.of(), "user", "ada"))
                .statusCode(401)
                .body("code", equalTo("unauthorized"))
                .body("message", equalTo("Access token is invalid"));
    }

    @Test
    void theWrongConsoleTokenIsUnauthorized() {
        given().header("Authorization", "Bearer wrong")
                .get(holdfast.gateway() + "/console/api/apps")
                .then()
                .statusCode(401);
    }

    @Test
    void theWrongModeIsNamed() {
        post(holdfast.app("failing.yml").key(), "/chat-messages", chat("Hello"))
                .statusCode(400)
                .body("code", equalTo("not_chat_app"));
        post(
                        holdfast.app("two-models.yml").key(),
                        "/workflows/run",
                        Map.of("inputs", Map.of(), "user", "ada"))
                .statusCode(400)
                .body("code", equalTo("not_workflow_app"));
    }

    @Test
    void aBrokenFileIsRefusedAndImportsNothing() {
        int before = apps();

        holdfast.console()
                .importYaml("app: [unclosed")
                .statusCode(400)
                .body("status", equalTo("failed"));

        assertThat(apps()).isEqualTo(before);
    }

    @Test
    void aNodeThatIsNotBuiltYetIsRefusedByItsNameAndType() {
        String yaml =
                Installation.read("failing.yml")
                        .replace("type: code", "type: agent")
                        .replace("title: Broken", "title: My tool");

        holdfast.console()
                .importYaml(yaml)
                .statusCode(400)
                .body("error", containsString("broken"))
                .body("error", containsString("My tool"))
                .body("error", containsString("agent"));
    }

    @Test
    void aNodeThatFailsFailsTheRunAndTheRunIsKept() {
        String key = holdfast.app("failing.yml").key();

        String run =
                post(key, "/workflows/run", Map.of("inputs", Map.of(), "user", "ada"))
                        .statusCode(200)
                        .body("data.status", equalTo("failed"))
                        .body("data.error", containsString("division by zero"))
                        .extract()
                        .path("workflow_run_id");

        given().header("Authorization", "Bearer " + key)
                .get(holdfast.api() + "/workflows/run/" + run)
                .then()
                .statusCode(200)
                .body("status", equalTo("failed"));
    }

    @Test
    void aModelThatAnswersWithAnErrorFailsTheTurnAndTheMessageIsKept() {
        String key = holdfast.app("two-models.yml").key();
        holdfast.models().always(MockReply.error(500, "the model is ill"));

        post(key, "/chat-messages", chat("Hello")).statusCode(400);

        assertConversationKept(key);
    }

    @Test
    void aModelThatNeverAnswersFailsTheTurnInTime() {
        String key = holdfast.app("two-models.yml").key();
        holdfast.models().always(new MockReply.Never());

        post(key, "/chat-messages", chat("Hello")).statusCode(400);

        assertConversationKept(key);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String key = holdfast.app("two-models.yml").key();

        post(key, "/chat-messages", chat("x".repeat(17 * 1024 * 1024))).statusCode(413);

        post(key, "/chat-messages", chat("small")).statusCode(200);
    }

    private void assertConversationKept(String key) {
        given().header("Authorization", "Bearer " + key)
                .queryParam("user", "ada")
                .get(holdfast.api() + "/conversations")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1));
    }

    private static Map<String, Object> chat(String query) {
        return Map.of(
                "inputs", Map.of(), "query", query, "user", "ada", "response_mode", "blocking");
    }

    private int apps() {
        return holdfast.console()
                .request()
                .get("/console/api/apps")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private ValidatableResponse post(String key, String path, Map<String, Object> body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(body)
                .post(holdfast.api() + path)
                .then();
    }
}
