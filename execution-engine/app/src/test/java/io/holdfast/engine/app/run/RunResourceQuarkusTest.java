package io.holdfast.engine.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.app.journal.LeaseLostException;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class RunResourceQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String BRANCHING =
            """
            version: '0.3.0'
            kind: app
            app: {name: Sizes, mode: workflow}
            workflow:
              features: {}
              graph:
                nodes:
                - id: s
                  data:
                    type: start
                    title: Start
                    variables:
                    - {variable: n, label: N, type: number, required: true}
                - id: i
                  data:
                    type: if-else
                    title: Big?
                    cases:
                    - case_id: 'true'
                      logical_operator: and
                      conditions:
                      - {variable_selector: [s, n], comparison_operator: '>', value: '5'}
                - {id: b, data: {type: variable-aggregator, title: B, output_type: number, variables: [[s, n]]}}
                - {id: g, data: {type: variable-aggregator, title: G, output_type: number, variables: [[b, output], [s, n]]}}
                - {id: e, data: {type: end, title: End, outputs: [{variable: o, value_selector: [g, output]}, {variable: big, value_selector: [b, output]}]}}
                edges:
                - {source: s, sourceHandle: source, target: i}
                - {source: i, sourceHandle: 'true', target: b}
                - {source: i, sourceHandle: 'false', target: g}
                - {source: b, sourceHandle: source, target: g}
                - {source: g, sourceHandle: source, target: e}
            """;

    private static final String CHATFLOW =
            """
            version: '0.3.0'
            kind: app
            app: {name: Bot, mode: advanced-chat}
            workflow:
              features: {opening_statement: Welcome}
              graph:
                nodes:
                - {id: s, data: {type: start, title: Start, variables: []}}
                - id: llm
                  data:
                    type: llm
                    title: LLM
                    model: {provider: langgenius/openai/openai, name: gpt-4o, mode: chat, completion_params: {temperature: 0.5}}
                    prompt_template: [{role: system, text: Be brief}]
                    memory: {window: {enabled: true, size: 10}, query_prompt_template: '{{#sys.query#}}'}
                    context: {enabled: false}
                    vision: {enabled: false}
                - {id: a, data: {type: answer, title: Answer, answer: 'Bot: {{#llm.text#}}!'}}
                edges:
                - {source: s, sourceHandle: source, target: llm}
                - {source: llm, sourceHandle: source, target: a}
            """;

    private final MockOpenAi models = MockModels.MODELS;
    @Inject Pool pool;
    @Inject RunEngine engine;
    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    private EngineClient client;

    @BeforeEach
    void forgetModelCalls() {
        client = new EngineClient(mapper, token);
        models.reset();
    }

    @Test
    void aBranchingWorkflowRunsToItsEnd() {
        List<RunEventEnvelope> events =
                client.run(client.imported(BRANCHING), Map.of("n", "7"), null, null);

        RunEvent.Finished finished = finished(events);
        assertThat(finished.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(finished.outputs()).containsEntry("o", 7).containsEntry("big", 7);
        assertThat(events).extracting(RunEventEnvelope::seq).startsWith(0L, 1L, 2L);
        UUID runId = handle(events).runId();
        client.internal()
                .get("/internal/v1/runs/" + runId)
                .then()
                .statusCode(200)
                .body("status", equalTo("succeeded"))
                .body("outputs.o", equalTo(7));
    }

    @Test
    void whoComesLaterSeesTheSameEventsAfterTheOneSeenLast() {
        List<RunEventEnvelope> events =
                client.run(client.imported(BRANCHING), Map.of("n", 3), null, null);

        List<RunEventEnvelope> again = follow(handle(events).runId(), 4);

        assertThat(again.subList(1, again.size())).isEqualTo(events.subList(5, events.size()));
        assertThat(follow(handle(events).runId(), 0)).isEqualTo(events);
    }

    @Test
    void aChatflowStreamsAndRemembers() {
        models.then(MockReply.text("four of them"), MockReply.text("as I said"));
        UUID app = client.imported(CHATFLOW);

        List<RunEventEnvelope> first = client.run(app, Map.of(), "2+2?", null);
        UUID conversation = handle(first).conversationId();
        List<RunEventEnvelope> second = client.run(app, Map.of(), "really?", conversation);

        assertThat(finished(first).answer()).isEqualTo("Bot: four of them!");
        assertThat(texts(first)).hasSizeGreaterThan(3).startsWith("Bot: ");
        assertThat(handle(second).conversationId()).isEqualTo(conversation);
        String prompt = models.requests().getLast().body().toString();
        assertThat(prompt)
                .contains("Be brief")
                .contains("2+2?")
                .contains("Bot: four of them!")
                .contains("really?");
        client.internal()
                .queryParam("user", "somebody")
                .queryParam("conversationId", conversation)
                .get("/internal/v1/apps/" + app + "/messages")
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(2))
                .body("data[0].query", equalTo("2+2?"))
                .body("data[1].answer", equalTo("Bot: as I said!"));
        client.internal()
                .queryParam("user", "somebody")
                .get("/internal/v1/apps/" + app + "/conversations")
                .then()
                .statusCode(200)
                .body("data[0].id", equalTo(String.valueOf(conversation)))
                .body("data[0].introduction", equalTo("Welcome"));
    }

    @Test
    void aRunThatItsEngineDropsGoesOnWithoutCallingTheModelAgainForWhatIsDone() {
        models.then(new MockReply.Never(), MockReply.text("whole"));
        UUID app = client.imported(CHATFLOW);
        Thread.ofVirtual().start(() -> client.run(app, Map.of(), "hello", null));
        await().atMost(PATIENCE).until(() -> models.calls() == 1);

        UUID runId = newestRunOf(app);
        await().atMost(PATIENCE).until(() -> engine.find(runId).isPresent());
        engine.abandonAll(new LeaseLostException("for the test"));
        pool.preparedQuery("update run set owner = 'gone' where id = $1")
                .execute(Tuple.of(runId))
                .await()
                .atMost(PATIENCE);

        List<RunEventEnvelope> events = follow(runId, 0);
        assertThat(finished(events).answer()).isEqualTo("Bot: whole!");
        assertThat(models.requests())
                .extracting(request -> request.header("Idempotency-Key"))
                .hasSize(2)
                .doesNotContainNull();
        assertThat(models.requests().getFirst().header("Idempotency-Key"))
                .isEqualTo(models.requests().getLast().header("Idempotency-Key"));
    }

    @Test
    void aStoppedRunEndsAsStopped() {
        models.always(new MockReply.Never());
        UUID app = client.imported(CHATFLOW);
        Thread.ofVirtual().start(() -> client.run(app, Map.of(), "hello", null));
        await().atMost(PATIENCE).until(() -> models.calls() == 1);
        UUID runId = newestRunOf(app);

        UUID task = handle(head(runId)).taskId();
        String stop = "/internal/v1/tasks/" + task + "/stop";
        client.internal().post(stop + "?user=stranger").then().statusCode(204);
        client.internal().post(stop + "?appId=" + UUID.randomUUID()).then().statusCode(204);
        client.internal()
                .get("/internal/v1/runs/" + runId)
                .then()
                .body("status", equalTo("running"));
        client.internal().post(stop + "?user=somebody&appId=" + app).then().statusCode(204);

        assertThat(finished(follow(runId, 0)).status()).isEqualTo(RunStatus.STOPPED);
        await().atMost(PATIENCE).until(() -> models.cancelled() > 0);
        client.internal()
                .queryParam("user", "somebody")
                .queryParam("conversationId", handle(head(runId)).conversationId())
                .get("/internal/v1/apps/" + app + "/messages")
                .then()
                .body("data[0].status", equalTo("normal"))
                .body("data[0].error", equalTo(null));
    }

    @Test
    void aModelThatRefusesFailsTheRunWithItsReason() {
        models.always(MockReply.error(401, "bad key"));

        List<RunEventEnvelope> events =
                client.run(client.imported(CHATFLOW), Map.of(), "hello", null);

        assertThat(finished(events).status()).isEqualTo(RunStatus.FAILED);
        assertThat(finished(events).error()).contains("bad key");
    }

    @Test
    void whoAsksTwiceForTheSameRunGetsOne() {
        UUID app = client.imported(BRANCHING);
        Map<String, @Nullable Object> request = client.body(app, Map.of("n", 7), null, null);
        request.put("runId", UUID.randomUUID());

        List<RunEventEnvelope> first = client.parse(client.start(request).asString());
        List<RunEventEnvelope> again = client.parse(client.start(request).asString());

        assertThat(again).isEqualTo(first);
        assertThat(handle(first).runId()).isEqualTo(request.get("runId"));
    }

    @Test
    void aUserNameThatTheDatabaseCannotStoreHoldsNobodyUp() {
        Map<String, @Nullable Object> request =
                client.body(client.imported(BRANCHING), Map.of("n", 7), null, null);
        request.put("user", "a\0b");

        assertThat(finished(client.parse(client.start(request).asString())).status())
                .isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void badInputIsRefusedBeforeThereIsARun() {
        client.start(client.body(client.imported(BRANCHING), Map.of(), null, null))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_input"))
                .body("message", equalTo("n is required in input form"));
    }

    @Test
    void anUnknownRunIsNotFound() {
        client.internal()
                .get("/internal/v1/runs/" + new UUID(1, 2) + "/events")
                .then()
                .statusCode(404)
                .body("code", equalTo("run_not_found"));
    }

    private List<RunEventEnvelope> follow(UUID runId, long after) {
        return client.parse(
                client.internal()
                        .accept("text/event-stream")
                        .get("/internal/v1/runs/" + runId + "/events?after=" + after)
                        .asString());
    }

    /** The first event only, of a run that may go on for long. */
    private List<RunEventEnvelope> head(UUID runId) {
        RunHandle handle =
                client.internal()
                        .get("/internal/v1/runs/" + runId)
                        .jsonPath()
                        .getObject("run", RunHandle.class);
        return List.of(new RunEventEnvelope(0, handle.createdAt(), new RunEvent.Accepted(handle)));
    }

    private UUID newestRunOf(UUID app) {
        return pool.preparedQuery(
                        "select id from run where app_id = $1 order by created_at desc limit 1")
                .execute(Tuple.of(app))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getUUID(0);
    }

    private static RunHandle handle(List<RunEventEnvelope> events) {
        return ((RunEvent.Accepted) events.getFirst().event()).run();
    }

    private static RunEvent.Finished finished(List<RunEventEnvelope> events) {
        return (RunEvent.Finished) events.getLast().event();
    }

    private static List<String> texts(List<RunEventEnvelope> events) {
        return events.stream()
                .map(RunEventEnvelope::event)
                .filter(RunEvent.Text.class::isInstance)
                .map(event -> ((RunEvent.Text) event).text())
                .toList();
    }
}
