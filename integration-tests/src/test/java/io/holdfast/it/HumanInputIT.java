package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.holdfast.testing.model.MockReply;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs that wait for people, through crashes and past their time. */
@ExtendWith(WithInstallation.class)
class HumanInputIT {

    private static final String ENGINE = "execution-engine-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation holdfast;

    HumanInputIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aRunThatWaitsOutlivesItsEngineAndGoesOnWhenSomebodyAnswers() throws Exception {
        holdfast.models().then(MockReply.text("A draft")).always(MockReply.text("The letter."));
        ImportedApp app = holdfast.app("approval.yml");

        List<JsonPath> frames = stream(app);
        assertThat(frames)
                .extracting(frame -> frame.getString("event"))
                .containsSubsequence(
                        "workflow_started",
                        "node_started",
                        "human_input_required",
                        "workflow_paused")
                .doesNotContain("message_end", "workflow_finished");
        JsonPath required = frame(frames, "human_input_required");
        JsonPath paused = frame(frames, "workflow_paused");
        String token = required.getString("data.form_token");
        assertThat(required.getString("data.form_content")).startsWith("A draft\n\n");
        assertThat(paused.getString("data.reasons[0].TYPE")).isEqualTo("human_input_required");
        holdfast.suite().kill(ENGINE);
        holdfast.suite().awaitReady(ENGINE);

        with(app)
                .get("/v1/form/human_input/" + token)
                .then()
                .statusCode(200)
                .body("user_actions", hasSize(2))
                .body("inputs[0].output_variable_name", equalTo("remark"));
        submit(app, token, Map.of("remark", "Kind regards")).then().statusCode(200);

        String conversation = paused.getString("conversation_id");
        await().atMost(PATIENCE)
                .until(() -> message(app, conversation).getString("status").equals("normal"));
        assertThat(message(app, conversation).getString("answer")).isEqualTo("Sent: The letter.");
        assertThat(holdfast.models().requests())
                .extracting(request -> request.prompt())
                .containsExactly("user: Draft: Write a letter\n", "user: Finish: Kind regards\n");
        submit(app, token, Map.of("remark", "again"))
                .then()
                .statusCode(412)
                .body("code", equalTo("human_input_form_submitted"));
    }

    @Test
    void aRunForWhichNobodyHasTimeTakesTheWayForThat() {
        holdfast.models().always(MockReply.text("A draft"));
        ImportedApp app = holdfast.app("approval.yml");

        JsonPath answer = ask(app, "blocking").then().statusCode(200).extract().jsonPath();
        assertThat(answer.getString("event")).isEqualTo("workflow_paused");
        assertThat(answer.getList("data.paused_nodes")).containsExactly("review");
        String run = answer.getString("workflow_run_id");
        with(app).get("/v1/workflows/run/" + run).then().body("status", equalTo("paused"));

        holdfast.letFormsLapse(run);

        await().atMost(PATIENCE)
                .until(() ->
                        with(app)
                                .get("/v1/workflows/run/" + run)
                                .jsonPath()
                                .getString("status")
                                .equals("succeeded"));
        assertThat(message(app, answer.getString("conversation_id")).getString("answer"))
                .startsWith("Nobody looked at: A draft");
    }

    @Test
    void whatIsNoFormIsNotFound() {
        ImportedApp app = holdfast.app("approval.yml");

        for (String token : List.of("expire", "0123456789abcdef0123456789abcdef", "a%2Fb")) {
            with(app).get("/v1/form/human_input/" + token).then().statusCode(404);
            submit(app, token, Map.of()).then().statusCode(404);
        }
    }

    private List<JsonPath> stream(ImportedApp app) {
        return ask(app, "streaming")
                .asString()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> JsonPath.from(line.substring("data: ".length())))
                .toList();
    }

    private Response ask(ImportedApp app, String mode) {
        return with(app)
                .contentType("application/json")
                .body(
                        Map.of(
                                "query",
                                "Write a letter",
                                "inputs",
                                Map.of(),
                                "response_mode",
                                mode,
                                "user",
                                "ada"))
                .post("/v1/chat-messages");
    }

    private Response submit(ImportedApp app, String token, Map<String, Object> inputs) {
        return with(app)
                .contentType("application/json")
                .body(Map.of("inputs", inputs, "action", "send", "user", "boss"))
                .post("/v1/form/human_input/" + token);
    }

    private static JsonPath frame(List<JsonPath> frames, String event) {
        return frames.stream()
                .filter(frame -> event.equals(frame.getString("event")))
                .findFirst()
                .orElseThrow();
    }

    private JsonPath message(ImportedApp app, String conversation) {
        return with(app)
                .queryParam("conversation_id", conversation)
                .queryParam("user", "ada")
                .get("/v1/messages")
                .jsonPath()
                .setRootPath("data[0]");
    }

    private RequestSpecification with(ImportedApp app) {
        return given().urlEncodingEnabled(false)
                .baseUri(holdfast.gateway())
                .header("Authorization", "Bearer " + app.key());
    }
}
