package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Stories;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that somebody else than their graph answers (http-api.md 2.11). */
@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class GatedRunQuarkusTest {

    private static final UUID ID = new UUID(7, 8);
    private static final RunEvent.Annotation ANNOTATION = new RunEvent.Annotation(ID, ID, "API");

    @Test
    void aChatGetsSuchAnAnswerLetterByLetterAlsoFromAnAgent() {
        for (String mode : List.of("chat", "agent-chat")) {
            Suite.WORLD.script(Stories.answeredEarly(ANNOTATION));
            List<String> frames = Client.frames(run(mode, "streaming"));
            assertThat(frames).hasSize(4);
            assertThat(frames.subList(0, 3))
                    .allMatch(frame -> frame.contains("\"event\":\"message\""));
            assertThat(frames.get(1))
                    .contains("\"answer\":\"ö\"")
                    .contains("\"from_variable_selector\":null");
            assertThat(frames.get(3))
                    .contains("\"event\":\"message_end\"")
                    .contains("\"annotation_reply\":{\"id\":\"" + ID + "\",\"account\":{\"id\":\"")
                    .contains("\"total_tokens\":0");
        }
    }

    @Test
    void aChatflowGetsItWholeAndNoEventsOfAWorkflow() {
        Suite.WORLD.script(Stories.answeredEarly(ANNOTATION));
        List<String> frames = Client.frames(run("advanced-chat", "streaming"));
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0)).contains("\"answer\":\"Nö.\"");
        assertThat(frames.get(1))
                .contains("\"event\":\"message_end\"")
                .doesNotContain("annotation_reply");

        Suite.WORLD.script(Stories.answeredEarly(ANNOTATION));
        run("advanced-chat", "blocking")
                .then()
                .statusCode(200)
                .body("answer", equalTo("Nö."))
                .body("metadata", not(hasKey("annotation_reply")));
    }

    @Test
    void aRunThatFailedBeforeItBeganIsAnError() {
        for (String mode : List.of("chat", "advanced-chat")) {
            Suite.WORLD.script(Stories.failedEarly());
            List<String> frames = Client.frames(run(mode, "streaming"));
            assertThat(frames)
                    .singleElement()
                    .asString()
                    .contains("\"event\":\"error\"")
                    .contains("\"code\":\"invalid_param\"")
                    .contains("out of reach");
        }
    }

    @Test
    void whatWasSaidIsTakenBackAndTheMessageEnds() {
        Suite.WORLD.script(Stories.moderated());
        List<String> frames = Client.frames(run("advanced-chat", "streaming"));
        assertThat(frames.get(3))
                .contains("\"event\":\"message_replace\"")
                .contains("\"answer\":\"Nö.\",\"reason\":\"output_moderation\"");
        assertThat(frames.get(4))
                .contains("\"event\":\"workflow_finished\"")
                .contains("Stopped by output moderation.");
        assertThat(frames.get(5)).contains("\"event\":\"message_end\"");
    }

    private static Response run(String mode, String responseMode) {
        return Client.post(
                Client.keyOfNew(mode, "Gated " + mode),
                "/v1/chat-messages",
                Map.of(
                        "inputs",
                        Map.of(),
                        "query",
                        "Hi",
                        "response_mode",
                        responseMode,
                        "user",
                        "me"));
    }
}
