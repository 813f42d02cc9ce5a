package io.holdfast.engine.app.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.engine.app.journal.LeaseLostException;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockOpenAi;
import io.holdfast.testing.model.MockReply;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run belongs to the trace of the call that asked for it, whichever engine drives it. */
@QuarkusTest
@TestProfile(RunTraceQuarkusTest.Traced.class)
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class RunTraceQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    private static final String CHATFLOW =
            """
            version: '0.3.0'
            kind: app
            app: {name: Bot, mode: advanced-chat}
            workflow:
              features: {}
              graph:
                nodes:
                - {id: s, data: {type: start, title: Start, variables: []}}
                - id: llm
                  data:
                    type: llm
                    title: LLM
                    model: {provider: langgenius/openai/openai, name: gpt-4o, mode: chat, completion_params: {}}
                    prompt_template: [{role: user, text: '{{#sys.query#}}'}]
                    context: {enabled: false}
                    vision: {enabled: false}
                - {id: a, data: {type: answer, title: Answer, answer: '{{#llm.text#}}'}}
                edges:
                - {source: s, sourceHandle: source, target: llm}
                - {source: llm, sourceHandle: source, target: a}
            """;

    private final MockOpenAi models = MockModels.MODELS;
    @Inject Pool pool;
    @Inject RunEngine engine;
    @Inject RecordedSpans spans;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    /** Tracing is on and nothing is sent anywhere. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
        }
    }

    @BeforeEach
    void forgetModelCalls() {
        models.reset();
    }

    @Test
    void theModelIsAskedInTheTraceOfTheCall() {
        String trace = "11112222333344445555666677778888";
        models.always(MockReply.text("hello"));

        start(imported(), trace);

        String asked = models.requests().getFirst().header("traceparent");
        assertThat(asked).startsWith("00-" + trace + "-").doesNotContain(CALLERS_SPAN);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(spans.ofTrace(trace))
                                .anyMatch(span -> span.getKind() == SpanKind.SERVER));
        SpanData step = step(trace);
        assertThat(asked).contains(step.getSpanId());
        assertThat(spans.ofTrace(trace))
                .extracting(SpanData::getSpanId)
                .contains(step.getParentSpanId());
        assertThat(step.getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void aRunThatGoesOnLaterStaysInItsTrace() {
        String trace = "aaaabbbbccccddddeeeeffff00001111";
        models.then(new MockReply.Never(), MockReply.text("whole"));
        UUID app = imported();
        Thread.ofVirtual().start(() -> start(app, trace));
        await().atMost(PATIENCE).until(() -> models.calls() == 1);
        UUID runId = runOf(app);
        await().atMost(PATIENCE).until(() -> engine.find(runId).isPresent());

        engine.abandonAll(new LeaseLostException("for the test"));
        pool.preparedQuery("update run set owner = 'gone' where id = $1")
                .execute(Tuple.of(runId))
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE).until(() -> models.calls() == 2);
        assertThat(models.requests())
                .extracting(request -> request.header("traceparent"))
                .allMatch(header -> header != null && header.startsWith("00-" + trace + "-"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStepThatFailsShowsInTheTraceWithoutWhatTheModelSaid() {
        String trace = "99998888777766665555444433332222";
        models.always(MockReply.error(401, "bad key"));

        start(imported(), trace);

        assertThat(step(trace).getStatus()).isEqualTo(StatusData.error());
        assertThat(step(trace).getEvents()).isEmpty();
    }

    private SpanData step(String trace) {
        List<SpanData> steps =
                spans.ofTrace(trace).stream()
                        .filter(span -> span.getName().startsWith("step "))
                        .toList();
        assertThat(steps).hasSize(1);
        return steps.getFirst();
    }

    private UUID imported() {
        String id =
                internal()
                        .body(Map.of("tenantId", Tenants.DEFAULT, "yamlContent", CHATFLOW))
                        .post("/internal/v1/apps/imports")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("appId");
        return UUID.fromString(id);
    }

    /** Comes back when the run has ended. */
    private void start(UUID app, String trace) {
        internal()
                .header("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01")
                .accept("text/event-stream, application/json")
                .body(
                        Map.of(
                                "tenantId",
                                Tenants.DEFAULT,
                                "appId",
                                app,
                                "user",
                                "somebody",
                                "inputs",
                                Map.of(),
                                "query",
                                "hello",
                                "files",
                                List.of(),
                                "autoGenerateName",
                                false))
                .post("/internal/v1/runs")
                .then()
                .statusCode(200);
    }

    private UUID runOf(UUID app) {
        return pool.preparedQuery("select id from run where app_id = $1")
                .execute(Tuple.of(app))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getUUID(0);
    }

    private RequestSpecification internal() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
