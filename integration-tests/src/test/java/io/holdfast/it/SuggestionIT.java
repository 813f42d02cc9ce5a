package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.holdfast.testing.model.MockReply;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users may ask next. */
@ExtendWith(WithInstallation.class)
class SuggestionIT {

    private final Installation holdfast;

    SuggestionIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void aModelGuessesWhatIsAskedNextAndOneThatCannotGuessesNothing() {
        holdfast.models()
                .then(
                        MockReply.text("Paris."),
                        MockReply.text("Gladly: [\"How old is it?\", \"And Spain?\"]"),
                        MockReply.error(500, "tired"))
                .always(MockReply.error(500, "tired"));
        ImportedApp app = holdfast.app("suggesting.yml");
        String message = ask(app);

        suggested(app, message, "ada")
                .statusCode(200)
                .body("result", equalTo("success"))
                .body("data", contains("How old is it?", "And Spain?"));
        assertThat(holdfast.models().requests().getLast().prompt())
                .contains("User: Capital of France?")
                .contains("Assistant: Paris.");
        suggested(app, message, "ada").statusCode(200).body("data", empty());
    }

    @Test
    void whatIsNotThereOrNotWantedIsRefused() {
        holdfast.models().always(MockReply.text("Paris."));
        ImportedApp app = holdfast.app("suggesting.yml");
        String message = ask(app);

        suggested(app, message, "somebody else").statusCode(404).body("code", equalTo("not_found"));
        suggested(app, "01990000-0000-7000-8000-00000000000a", "ada").statusCode(404);
        suggested(app, "no-uuid", "ada").statusCode(404);
        with(app).get("/v1/messages/" + message + "/suggested").then().statusCode(400);
        ImportedApp other = holdfast.app("assistant.yml");
        suggested(other, message, "ada").statusCode(404);
    }

    private String ask(ImportedApp app) {
        return with(app)
                .contentType("application/json")
                .body(
                        Map.of(
                                "query",
                                "Capital of France?",
                                "inputs",
                                Map.of(),
                                "user",
                                "ada",
                                "response_mode",
                                "blocking"))
                .post("/v1/chat-messages")
                .then()
                .statusCode(200)
                .extract()
                .path("message_id");
    }

    private ValidatableResponse suggested(ImportedApp app, String message, String user) {
        return with(app)
                .queryParam("user", user)
                .get("/v1/messages/" + message + "/suggested")
                .then();
    }

    private RequestSpecification with(ImportedApp app) {
        return given().baseUri(holdfast.gateway()).header("Authorization", "Bearer " + app.key());
    }
}
