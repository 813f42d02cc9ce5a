package io.holdfast.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.imfangs.dify.client.DifyChatClient;
import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.model.chat.Annotation;
import io.github.imfangs.dify.client.model.chat.AnnotationListResponse;
import io.github.imfangs.dify.client.model.chat.AnnotationReply;
import io.holdfast.testing.model.MockReply;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that people write beforehand. */
@ExtendWith(WithInstallation.class)
class AnnotationIT {

    private static final String ENGINE = "execution-engine-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation holdfast;

    AnnotationIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void annotationsAreWrittenFoundChangedAndRemoved() throws Exception {
        ImportedApp app = holdfast.app("annotated.yml");
        DifyChatClient client = client(app);
        Annotation hours = client.saveAnnotation("When do you open?", "At nine.");
        Annotation place = client.saveAnnotation("Where are you?", "In Bremen.");

        AnnotationListResponse all = client.getAnnotations(1, 20);
        assertThat(all.getTotal()).isEqualTo(2);
        assertThat(all.getHasMore()).isFalse();
        assertThat(all.getData())
                .extracting(Annotation::getId)
                .containsExactly(place.getId(), hours.getId());
        assertThat(client.getAnnotations(2, 1).getHasMore()).as("exactly full").isTrue();
        with(app)
                .queryParam("keyword", "bremen")
                .get("/v1/apps/annotations")
                .then()
                .body("total", equalTo(1))
                .body("data.question", contains("Where are you?"));

        Annotation moved = client.updateAnnotation(place.getId(), "Where are you?", "In Emden.");
        assertThat(moved.getAnswer()).isEqualTo("In Emden.");
        remove(app, hours.getId()).statusCode(204);
        remove(app, hours.getId()).statusCode(404).body("message", equalTo("Annotation not found"));
        assertThat(client.getAnnotations(1, 20).getData())
                .extracting(Annotation::getAnswer)
                .containsExactly("In Emden.");
        ImportedApp other = holdfast.app("annotated.yml");
        remove(other, place.getId()).statusCode(404);
    }

    @Test
    void aQuestionThatWasAnsweredBeforehandNeedsNoModel() {
        ImportedApp app = holdfast.app("annotated.yml");
        int before = holdfast.models().calls();
        with(app)
                .contentType("application/json")
                .body(Map.of("question", "When do you open?", "answer", "At nine."))
                .post("/v1/apps/annotations")
                .then()
                .statusCode(201);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> ask(app, "When do you open?").body("answer", equalTo("At nine.")));
        ask(app, "When do you open?")
                .body("metadata.annotation_reply.account.name", equalTo("API"))
                .body("metadata.usage.total_tokens", equalTo(0));
        int asked = holdfast.models().calls();
        ask(app, "How do you bake bread?").body("answer", equalTo("echo: How do you bake bread?"));
        assertThat(holdfast.models().calls()).isGreaterThan(Math.max(before, asked));
    }

    private ValidatableResponse ask(ImportedApp app, String query) {
        return with(app)
                .contentType("application/json")
                .body(
                        Map.of(
                                "inputs",
                                Map.of(),
                                "query",
                                query,
                                "response_mode",
                                "blocking",
                                "auto_generate_name",
                                false,
                                "user",
                                "ada"))
                .post("/v1/chat-messages")
                .then()
                .statusCode(200);
    }

    @Test
    void annotationsAreSwitchedOnAndOff() throws Exception {
        ImportedApp app = holdfast.app("annotated.yml");
        DifyChatClient client = client(app);
        client.saveAnnotation("When do you open?", "At nine.");
        parameters(app).body("annotation_reply.score_threshold", equalTo(0.9f));

        AnnotationReply on = client.annotationReply("enable", "", "all-MiniLM-L6-v2", 1);
        assertThat(on.getJobStatus()).isEqualTo("waiting");
        awaitCompleted(client, "enable", on.getJobId());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        parameters(app)
                                .body("annotation_reply.enabled", equalTo(true))
                                .body("annotation_reply.score_threshold", equalTo(1.0f))
                                .body(
                                        "annotation_reply.embedding_model.embedding_model_name",
                                        equalTo("all-MiniLM-L6-v2")));

        AnnotationReply off = client.annotationReply("disable", "", "all-MiniLM-L6-v2", 1);
        awaitCompleted(client, "disable", off.getJobId());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> parameters(app).body("annotation_reply.enabled", equalTo(false)));
        with(app)
                .get("/v1/apps/annotation-reply/disable/status/" + on.getJobId())
                .then()
                .statusCode(400)
                .body("message", equalTo("The job does not exist."));
    }

    @Test
    void anEngineThatIsKilledWhileItSwitchesOnIsFollowedByTheNext() throws Exception {
        ImportedApp app = holdfast.app("annotated.yml");
        DifyChatClient client = client(app);
        client.saveAnnotation("When do you open?", "At nine.");
        holdfast.models().then(new MockReply.Never());

        AnnotationReply on = client.annotationReply("enable", "", "slow-embedding", 1);
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 1);
        assertThat(client.annotationReply("enable", "", "another", 1).getJobId())
                .isEqualTo(on.getJobId());
        holdfast.suite().kill(ENGINE);

        holdfast.suite().awaitReady(ENGINE);
        awaitCompleted(client, "enable", on.getJobId());
        assertThat(holdfast.models().calls()).as("asked again").isGreaterThanOrEqualTo(2);
    }

    private DifyChatClient client(ImportedApp app) {
        return DifyClientFactory.createChatClient(holdfast.api(), app.key());
    }

    private static void awaitCompleted(DifyChatClient client, String action, String job) {
        await().atMost(PATIENCE)
                .until(() ->
                        client.getAnnotationReply(action, job).getJobStatus().equals("completed"));
    }

    private ValidatableResponse remove(ImportedApp app, String id) {
        return with(app).delete("/v1/apps/annotations/" + id).then();
    }

    private ValidatableResponse parameters(ImportedApp app) {
        return with(app).get("/v1/parameters").then().statusCode(200);
    }

    private RequestSpecification with(ImportedApp app) {
        return given().baseUri(holdfast.gateway()).header("Authorization", "Bearer " + app.key());
    }
}
