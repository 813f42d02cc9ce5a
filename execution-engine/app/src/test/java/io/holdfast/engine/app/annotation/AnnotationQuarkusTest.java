package io.holdfast.engine.app.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.holdfast.engine.app.run.MockModels;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people write beforehand and which queries it answers, with a real database. */
@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class AnnotationQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockOpenAi models = MockModels.MODELS;
    private final AnnotatedApps apps;
    private final AnnotationMatcher matcher;

    @Inject
    AnnotationQuarkusTest(
            Pool pool,
            AnnotationMatcher matcher,
            @ConfigProperty(name = "holdfast.internal.token") String token) {
        this.apps = new AnnotatedApps(pool, token);
        this.matcher = matcher;
    }

    @BeforeEach
    void quiet() {
        models.reset();
    }

    @Test
    void annotationsAreListedNewestFirstAndFoundByAWordOfEither() {
        UUID app = apps.imported("");
        String first = apps.annotate(app, "Where are you?", "In Bremen");
        String second = apps.annotate(app, "When do you open?", "At nine");
        apps.annotate(apps.imported(""), "Somebody else's?", "Yes");

        apps.list(app, "")
                .body("total", equalTo(2))
                .body("data.id", contains(second, first))
                .body("data[0].hitCount", equalTo(0));
        apps.list(app, "&keyword=BREMEN").body("data.id", contains(first));
        apps.list(app, "&keyword=you%20open").body("data.id", contains(second));
        apps.list(app, "&keyword=%25").body("total", equalTo(0)).body("data", hasSize(0));
        apps.list(app, "&page=2").body("data", hasSize(0)).body("total", equalTo(2));
    }

    @Test
    void anAnnotationIsChangedAndRemovedByItsAppAlone() {
        UUID app = apps.imported("");
        UUID other = apps.imported("");
        String id = apps.annotate(app, "Where are you?", "In Bremen");

        apps.rewrite(other, id, "Where?", "Nowhere").statusCode(404);
        apps.remove(other, id).statusCode(404);
        apps.rewrite(app, id, "Where?", "In Emden")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("question", equalTo("Where?"))
                .body("answer", equalTo("In Emden"));
        apps.remove(app, id).statusCode(204);
        apps.remove(app, id).statusCode(404).body("code", equalTo("annotation_not_found"));
    }

    @Test
    void aQueryThatIsNearEnoughIsAnswered() throws Exception {
        UUID app = apps.imported("");
        String id = apps.annotate(app, "When do you open your shop", "At nine");
        assertThat(matcher.match(app, "When do you open your shop")).as("off at first").isEmpty();

        apps.enabled(app, 0.8);
        AnnotationMatch match = matcher.match(app, "When do you open the shop").orElseThrow();
        assertThat(match.id()).hasToString(id);
        assertThat(match.answer()).isEqualTo("At nine");
        assertThat(match.score()).isBetween(0.8, 0.99);
        assertThat(matcher.match(app, "Who wrote Faust")).isEmpty();

        apps.enabled(app, 0.95);
        assertThat(matcher.match(app, "When do you open the shop")).isEmpty();
        assertThat(matcher.match(app, "When do you open your shop")).isPresent();

        apps.disabled(app);
        assertThat(matcher.match(app, "When do you open your shop")).isEmpty();
    }

    @Test
    void aRunCountsOnceAndItsAnswerGoesDownInHistory() throws Exception {
        UUID app = apps.imported("");
        String id = apps.annotate(app, "Who are you", "Ada");
        apps.enabled(app, 0.9);
        AnnotationMatch match = matcher.match(app, "Who are you").orElseThrow();

        UUID run = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            matcher.noteHit(run, app, "ben", "Who are you", match).await().atMost(PATIENCE);
        }
        matcher.noteHit(UUID.randomUUID(), app, "ben", "Who", match).await().atMost(PATIENCE);
        apps.list(app, "").body("data[0].hitCount", equalTo(2));
        assertThat(apps.count("annotation_hit", app)).isEqualTo(2);

        apps.remove(app, id).statusCode(204);
        assertThat(apps.count("annotation_hit", app)).isZero();
        matcher.noteHit(UUID.randomUUID(), app, "ben", "Who", match).await().atMost(PATIENCE);
    }

    @Test
    void whatIsAddedOrChangedWhileAnnotationsAnswerIsEmbeddedSoon() {
        UUID app = apps.imported("");
        apps.enabled(app, 0.95);

        String id = apps.annotate(app, "Who are you", "Ada");
        await().atMost(PATIENCE).until(() -> matched(app, "Who are you").isPresent());
        apps.rewrite(app, id, "Who is there", "Still Ada").statusCode(200);
        await().atMost(PATIENCE).until(() -> matched(app, "Who is there").isPresent());
        assertThat(matched(app, "Who are you")).isEmpty();
        apps.remove(app, id).statusCode(204);
        assertThat(matched(app, "Who is there")).isEmpty();
    }

    @Test
    void anEmbeddingThatFailsLosesNoAnnotation() {
        UUID app = apps.imported("");
        apps.enabled(app, 0.95);
        models.then(MockReply.error(500, "tired"), MockReply.error(404, "who is that"));

        apps.annotate(app, "Who are you", "Ada");
        await().atMost(PATIENCE).until(() -> models.calls() == 3);
        await().atMost(PATIENCE).until(() -> matched(app, "Who are you").isPresent());
    }

    @Test
    void aQueryGoesOnWithoutAnnotationsWhenItCannotBeEmbedded() throws Exception {
        UUID app = apps.imported("");
        apps.annotate(app, "Who are you", "Ada");
        apps.enabled(app, 0.9);
        models.then(MockReply.error(500, "tired"), MockReply.error(404, "unknown"));

        assertThat(matcher.match(app, "Who are you")).isEmpty();
        assertThat(matcher.match(app, "Who are you")).isEmpty();
        assertThat(matcher.match(app, "Who are you")).isPresent();
    }

    @Test
    void theFileSaysHowItBeginsAndTheApiSaysLast() {
        UUID app =
                apps.imported(
                        "annotation_reply: {enabled: true, score_threshold: 0.9,"
                                + " embedding_model: {embedding_provider_name: openai,"
                                + " embedding_model_name: from-file}}");
        apps.detail(app)
                .body(
                        "features.annotation_reply.embedding_model.embedding_model_name",
                        equalTo("from-file"));
        apps.annotate(app, "Who are you", "Ada");
        await().atMost(PATIENCE).until(() -> matched(app, "Who are you").isPresent());
        assertThat(models.requests().getLast().body().path("model").asText())
                .isEqualTo("from-file");

        apps.enabled(app, 0.5);
        apps.detail(app)
                .body("features.annotation_reply.enabled", equalTo(true))
                .body("features.annotation_reply.score_threshold", equalTo(0.5f))
                .body(
                        "features.annotation_reply.embedding_model.embedding_model_name",
                        equalTo(AnnotatedApps.MODEL));
        apps.disabled(app);
        apps.detail(app)
                .body("features.annotation_reply.enabled", equalTo(false))
                .body("features.annotation_reply.score_threshold", nullValue());
        assertThat(matched(app, "Who are you")).isEmpty();
    }

    @Test
    void anotherImportDoesNotOverruleTheApi() {
        String off = "annotation_reply: {enabled: false}";
        UUID app = apps.chatflow(null, off);
        apps.annotate(app, "Who are you", "Ada");
        apps.enabled(app, 0.9);

        apps.chatflow(app, off);
        assertThat(matched(app, "Who are you")).isPresent();
    }

    private Optional<AnnotationMatch> matched(UUID app, String query) {
        try {
            return matcher.match(app, query);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
