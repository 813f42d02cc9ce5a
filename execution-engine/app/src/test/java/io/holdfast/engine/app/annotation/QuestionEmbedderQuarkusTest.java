package io.holdfast.engine.app.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.engine.app.run.MockModels;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a query risks when its model is unwell. */
@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class QuestionEmbedderQuarkusTest {

    private static final EmbeddingModel MODEL = new EmbeddingModel("openai", "words");
    private static final List<String> TEXTS = List.of("Who are you", "Where");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MockOpenAi models = MockModels.MODELS;
    private final QuestionEmbedder embedder;
    private final CircuitBreakerMaintenance breakers;

    @Inject
    QuestionEmbedderQuarkusTest(QuestionEmbedder embedder, CircuitBreakerMaintenance breakers) {
        this.embedder = embedder;
        this.breakers = breakers;
    }

    @BeforeEach
    @AfterEach
    void afresh() {
        models.reset();
        breakers.reset(QuestionEmbedder.BREAKER);
    }

    @Test
    void theModelIsNamedAsTheSettingNamesIt() throws Exception {
        assertThat(embedder.embed(MODEL, TEXTS, LONG)).hasSize(2);

        assertThat(models.requests().getFirst().header("x-holdfast-provider")).isEqualTo("openai");
        assertThat(models.requests().getFirst().body().path("model").asText()).isEqualTo("words");
    }

    @Test
    @Timeout(10)
    void aModelThatSaysNothingIsNotWaitedForLongerThanWasSaid() {
        models.then(new MockReply.Never());

        assertThatThrownBy(() -> embedder.embed(MODEL, TEXTS, Duration.ofMillis(300)))
                .isInstanceOf(EmbeddingException.class);
    }

    @Test
    void anAnswerWithAVectorTooFewIsNone() {
        String one = "{\"data\":[{\"index\":1,\"embedding\":[1,0]}]}";
        models.then(new MockReply.Status(200, one, Map.of()));

        assertThatThrownBy(() -> embedder.embed(MODEL, TEXTS, LONG))
                .isInstanceOf(EmbeddingException.class)
                .hasMessageContaining("left out");
    }

    @Test
    void aModelThatKeepsFailingIsLeftAloneForAWhile() {
        models.then(
                Collections.nCopies(10, MockReply.error(500, "tired")).toArray(MockReply[]::new));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> embedder.embed(MODEL, TEXTS, LONG))
                    .isInstanceOf(EmbeddingException.class);
        }

        assertThatThrownBy(() -> embedder.embed(MODEL, TEXTS, LONG))
                .isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(models.calls()).isEqualTo(10);
    }
}
