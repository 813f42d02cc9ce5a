package io.holdfast.engine.app.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.engine.app.run.MockModels;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import io.holdfast.testing.model.MockRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an app's annotations are switched on, whatever goes down meanwhile. */
@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class EmbeddingJobQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A job that another engine has begun. */
    private static final String BEGUN =
            "insert into annotation_job (id, app_id, action, status, score_threshold, provider,"
                    + " model, owner, epoch) values ($1, $2, 'enable', 'processing', 0.9, 'openai',"
                    + " 'words', $3, 4)";

    private final MockOpenAi models = MockModels.MODELS;
    private final AnnotatedApps apps;
    private final AnnotationVectors vectors;
    private final AnnotationMatcher matcher;

    @Inject
    EmbeddingJobQuarkusTest(
            Pool pool,
            AnnotationVectors vectors,
            AnnotationMatcher matcher,
            @ConfigProperty(name = "holdfast.internal.token") String token) {
        this.apps = new AnnotatedApps(pool, token);
        this.vectors = vectors;
        this.matcher = matcher;
    }

    @BeforeEach
    void quiet() {
        models.reset();
    }

    @Test
    void manyQuestionsAreEmbeddedInBatches() throws Exception {
        UUID app = apps.imported("");
        for (int i = 0; i < 70; i++) {
            apps.annotate(app, "question " + i, "answer " + i);
        }

        apps.enabled(app, 0.9);
        assertThat(models.requests())
                .extracting(this::texts)
                .extracting(List::size)
                .containsExactly(32, 32, 6);
        assertThat(matcher.match(app, "question 69").orElseThrow().answer()).isEqualTo("answer 69");
    }

    @Test
    void whoAsksAgainMeanwhileIsToldOfTheSameJob() {
        UUID app = apps.imported("");
        apps.annotate(app, "Who are you", "Ada");
        models.then(new MockReply.Never());

        String job =
                apps.enable(app, 0.9, "words")
                        .body("status", equalTo("waiting"))
                        .extract()
                        .path("id");
        await().atMost(PATIENCE).until(() -> models.calls() == 1);
        apps.enable(app, 0.5, "others")
                .body("id", equalTo(job))
                .body("status", equalTo("processing"));
        apps.disabled(app);
        apps.job(app, "enable", job).body("status", equalTo("error"));
        apps.job(app, "disable", job).statusCode(404).body("code", equalTo("job_not_found"));
        apps.job(apps.imported(""), "enable", job).statusCode(404);
    }

    @Test
    void anEngineThatDiedInTheMiddleIsFollowedByAnotherThatEmbedsTheRest() throws Exception {
        UUID app = apps.imported("");
        UUID done = UUID.fromString(apps.annotate(app, "Who are you", "Ada"));
        apps.annotate(app, "Where are you", "Here");
        vectors.store(
                        app,
                        new EmbeddingModel("openai", "words"),
                        List.of(new AnnotationVectors.Question(done, "Who are you")),
                        List.of(new float[] {1, 0}))
                .await()
                .atMost(PATIENCE);
        UUID dead = UUID.randomUUID();
        UUID job = UUID.randomUUID();

        apps.execute(BEGUN, job, app, dead);

        await().atMost(PATIENCE).until(() -> apps.status(app, job + "").equals("completed"));
        assertThat(models.requests())
                .extracting(this::texts)
                .containsExactly(List.of("Where are you"));
        assertThat(matcher.match(app, "Where are you").orElseThrow().answer()).isEqualTo("Here");
    }

    @Test
    void aJobOfAnEngineThatLivesIsLeftToItUntilItsLeaseIsGone() {
        UUID app = apps.imported("");
        apps.annotate(app, "Who are you", "Ada");
        UUID other = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        apps.execute(
                "insert into lease (name, owner, epoch, expires_at)"
                        + " values ('member/' || $1::text, $1::text, 1,"
                        + " clock_timestamp() + interval '1 hour')",
                other.toString());
        apps.execute(BEGUN, job, app, other);

        apps.enabled(apps.imported(""), 0.9); // so this engine has looked
        assertThat(apps.status(app, job.toString())).isEqualTo("processing");
        assertThat(models.calls()).isZero();

        apps.execute(
                "update lease set expires_at = clock_timestamp() where owner = $1",
                other.toString());
        await().atMost(PATIENCE).until(() -> apps.status(app, job.toString()).equals("completed"));
    }

    @Test
    void aModelThatNobodyServesEndsTheJobAndLeavesTheAppAsItWas() throws Exception {
        UUID app = apps.imported("");
        apps.annotate(app, "Who are you", "Ada");
        apps.enabled(app, 0.9);
        models.then(MockReply.error(404, "no route serves nonsense"));

        String job = apps.enable(app, 0.1, "nonsense").extract().path("id");
        await().atMost(PATIENCE).until(() -> apps.status(app, job).equals("error"));
        apps.job(app, "enable", job).body("error", containsString("no route serves nonsense"));
        apps.detail(app).body("features.annotation_reply.score_threshold", equalTo(0.9f));
        assertThat(matcher.match(app, "Who are you")).isPresent();
    }

    @Test
    void aModelThatIsTiredIsAskedAgain() {
        UUID app = apps.imported("");
        apps.annotate(app, "Who are you", "Ada");
        models.then(MockReply.error(500, "tired"), MockReply.tooMany(null));

        apps.enabled(app, 0.9);
        assertThat(models.calls()).isEqualTo(3);
    }

    private List<String> texts(MockRequest request) {
        return StreamSupport.stream(request.body().path("input").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
