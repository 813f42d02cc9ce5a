package io.holdfast.engine.app.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.engine.app.run.EngineClient;
import io.holdfast.engine.app.run.MockModels;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockReply;
import io.holdfast.testing.model.MockRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations get their names beside their runs. */
@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class TitleQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String QUERY = "How heavy may a ship be that passes under the old bridge?";

    private static final String CHAT =
            """
            version: '0.6.0'
            kind: app
            app: {name: Talk, mode: chat}
            model_config:
              model: {provider: openai, name: m, mode: chat, completion_params: {}}
              pre_prompt: Be brief.
              user_input_form: []
              sensitive_word_avoidance: %s
            """;

    private static final String MODERATED =
            "{enabled: true, type: keywords, config: {keywords: ship,"
                    + " inputs_config: {enabled: true, preset_response: No.}}}";

    @Inject Pool pool;
    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    private MockReply title = MockReply.text("{\"Your Output\": \"Ships under bridges\"}");

    @BeforeEach
    void aModelThatFindsTitles() {
        MockModels.MODELS.reset();
        MockModels.MODELS.always(request -> isForTitle(request) ? title : MockReply.text("12 t."));
    }

    private static boolean isForTitle(MockRequest request) {
        return request.body().toString().contains("Your Output");
    }

    private static long titlesAsked() {
        return MockModels.MODELS.requests().stream().filter(TitleQuarkusTest::isForTitle).count();
    }

    @Test
    void theFirstTurnNamesAConversationAndTheNextDoesNot() {
        UUID app = client().imported(CHAT.formatted("{enabled: false}"));
        UUID conversation = ask(app, QUERY, null, true);
        awaitName(conversation, "Ships under bridges");

        ask(app, "And how long?", conversation, true);
        ask(app, "And how old?", conversation, true);
        assertThat(titlesAsked()).isOne();
        assertThat(nameOf(conversation)).isEqualTo("Ships under bridges");
    }

    @Test
    void aModelThatFindsNoTitleLeavesTheBeginningOfTheQuery() {
        title = MockReply.text("I would rather not.");
        UUID app = client().imported(CHAT.formatted("{enabled: false}"));
        awaitName(ask(app, QUERY, null, true), QUERY.substring(0, 47) + "...");
    }

    @Test
    void whatWasRefusedIsNotShownToAModel() {
        UUID app = client().imported(CHAT.formatted(MODERATED));
        awaitName(ask(app, QUERY, null, true), QUERY.substring(0, 47) + "...");
        assertThat(MockModels.MODELS.calls()).isZero();
    }

    @Test
    void nobodyIsAskedWhoIsNotToBe() {
        UUID app = client().imported(CHAT.formatted("{enabled: false}"));
        UUID quiet = ask(app, QUERY, null, false);
        awaitName(ask(app, QUERY, null, true), "Ships under bridges");
        assertThat(titlesAsked()).isOne();
        assertThat(nameOf(quiet)).isEqualTo(QUERY.substring(0, 20) + "…");
    }

    @Test
    void anEngineThatDiedBeforeItFoundATitleLeavesItToTheNextTurn() {
        UUID app = client().imported(CHAT.formatted("{enabled: false}"));
        UUID conversation = ask(app, QUERY, null, false);
        pool.preparedQuery("update conversation set title_due = true where id = $1")
                .execute(Tuple.of(conversation))
                .await()
                .atMost(PATIENCE);
        ask(app, "And how long?", conversation, true);
        awaitName(conversation, "Ships under bridges");
    }

    private EngineClient client() {
        return new EngineClient(mapper, token);
    }

    /** Asks, waits for the end, and says in which conversation. */
    private UUID ask(UUID app, String query, @Nullable UUID conversation, boolean titled) {
        Map<String, @Nullable Object> body = client().body(app, Map.of(), query, conversation);
        body.put("autoGenerateName", titled);
        List<RunEventEnvelope> events = client().parse(client().start(body).asString());
        assertThat(events.getLast().event()).isInstanceOf(RunEvent.Finished.class);
        return Objects.requireNonNull(
                ((RunEvent.Accepted) events.getFirst().event()).run().conversationId());
    }

    private void awaitName(UUID conversation, String name) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nameOf(conversation)).isEqualTo(name));
    }

    private String nameOf(UUID conversation) {
        return pool.preparedQuery("select name from conversation where id = $1")
                .execute(Tuple.of(conversation))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString("name");
    }
}
