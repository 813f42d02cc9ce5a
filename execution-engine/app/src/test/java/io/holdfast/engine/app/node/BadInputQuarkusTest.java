package io.holdfast.engine.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.engine.app.run.EngineClient;
import io.holdfast.engine.app.run.MockModels;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input fails its node and nothing else: the run goes on, and the service is as it was. */
@QuarkusTest
@QuarkusTestResource(EchoServer.class)
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(BadInputQuarkusTest.Hasty.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
@Timeout(120)
class BadInputQuarkusTest {

    private static final BadInput DEEP_ANSWER =
            new BadInput(
                    "deep JSON as answer",
                    Map.of(
                            "type",
                            "http-request",
                            "method",
                            "get",
                            "url",
                            EchoServer.url("/deep"),
                            "authorization",
                            Map.of("type", "no-auth")),
                    "",
                    "");

    private static @Nullable Footprint before;

    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    private EngineClient client;

    /** Code has little time, so that endless loops end soon. */
    public static final class Hasty implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("holdfast.code.time-limit", "5S");
        }

        @Override
        public void stop() {}
    }

    @BeforeEach
    void warmUp() throws Exception {
        client = new EngineClient(mapper, token);
        MockModels.MODELS.reset();
        MockModels.MODELS.always(MockReply.text("{\"category_name\": " + BadInput.DEEP + "}"));
        if (before == null) {
            run(passwordFile(BadInput.ofPython()), "fail-branch");
            run(passwordFile(BadInput.ofJavaScript()), "fail-branch");
            run(BadInput.ofTemplates().findFirst().orElseThrow(), "fail-branch");
            for (BadInput deep : BadInput.ofDeepJson().toList()) {
                run(deep, "fail-branch");
            }
            run(DEEP_ANSWER, "fail-branch");
            before = Footprint.now();
        }
    }

    @AfterAll
    static void theServiceIsAsItWas() {
        Footprint then = before;
        if (then != null) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> Footprint.now().assertNoMoreThan(then));
        }
    }

    @ParameterizedTest
    @MethodSource({
        "io.holdfast.engine.app.node.BadInput#ofTemplates",
        "io.holdfast.engine.app.node.BadInput#ofPython",
        "io.holdfast.engine.app.node.BadInput#ofJavaScript",
        "io.holdfast.engine.app.node.BadInput#ofDeepJson"
    })
    void theRunGoesOnThroughTheFailBranch(BadInput bad) throws Exception {
        RunEvent.Finished end = run(bad, "fail-branch");

        assertThat(end.error()).isNull();
        assertThat(end.status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(end.outputs()).containsEntry("branch", "failed");
        assertThat(end.outputs().get("type")).isEqualTo(bad.errorType());
        assertThat(String.valueOf(end.outputs().get("message"))).matches(bad.message());
    }

    @Test
    void theRunGoesOnWithDefaultValues() throws Exception {
        RunEvent.Finished end = run(passwordFile(BadInput.ofPython()), "default-value");

        assertThat(end.status()).isEqualTo(RunStatus.PARTIAL_SUCCEEDED);
        assertThat(end.outputs())
                .containsEntry("x", "spare")
                .containsEntry("type", "CodeExecutionError");
    }

    @Test
    void aDeepAnswerIsTextLikeAnyOther() throws Exception {
        RunEvent.Finished end = run(DEEP_ANSWER, "fail-branch");

        assertThat(end.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(end.outputs()).containsEntry("body", EchoServer.DEEP);
    }

    @Test
    void parametersInADeepReplyAreNotFound() throws Exception {
        Map<String, Object> node =
                Map.of(
                        "type",
                        "parameter-extractor",
                        "model",
                        Map.of("provider", "openai", "name", "m", "mode", "chat"),
                        "query",
                        List.of("s", "t"),
                        "parameters",
                        List.of(Map.of("name", "x", "type", "string", "required", true)));

        RunEvent.Finished end = run(new BadInput("deep", node, "", ""), "fail-branch");

        assertThat(end.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(end.outputs()).containsEntry("x", "").containsEntry("success", 0);
    }

    @ParameterizedTest
    @CsvSource({"199, 200", "200, 400", "980, 400", "999, 400", "5000, 400"})
    void inputsMayBeNestedOnlySoDeep(int depth, int status) throws Exception {
        String dsl = dsl(BadInput.ofTemplates().findFirst().orElseThrow(), "fail-branch");
        Map<String, @Nullable Object> body =
                new HashMap<>(client.body(client.imported(dsl), Map.of("o", "DEEP"), null, null));
        String json = mapper.writeValueAsString(body);
        String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

        client.internal()
                .body(json.replace("\"DEEP\"", deep))
                .post("/internal/v1/runs")
                .then()
                .statusCode(status);
    }

    private static BadInput passwordFile(Stream<BadInput> all) {
        return all.filter(bad -> bad.name().endsWith("password file")).findFirst().orElseThrow();
    }

    private RunEvent.Finished run(BadInput bad, String strategy) throws JsonProcessingException {
        return client.outcome(dsl(bad, strategy), Map.of("t", BadInput.DEEP));
    }

    private String dsl(BadInput bad, String strategy) throws JsonProcessingException {
        Map<String, Object> node = new HashMap<>(bad.node());
        node.put("title", bad.name());
        node.put("error_strategy", strategy);
        node.put("default_value", List.of(Map.of("key", "x", "type", "string", "value", "spare")));
        List<Map<String, Object>> nodes =
                List.of(
                        node("s", Map.of("type", "start", "title", "S", "variables", variables())),
                        node("x", node),
                        end("e", "went well", "x", "body", "success:__is_success"),
                        end("f", "failed", "type:error_type", "message:error_message"),
                        template("we", "went well"),
                        template("wf", "failed"));
        List<Map<String, Object>> edges =
                List.of(
                        edge("s", "source", "x"),
                        edge("x", "source", "we"),
                        edge("x", "1", "we"),
                        edge("x", "fail-branch", "wf"),
                        edge("we", "source", "e"),
                        edge("wf", "source", "f"));
        return mapper.writeValueAsString(
                Map.of(
                        "version",
                        "0.3.0",
                        "kind",
                        "app",
                        "app",
                        Map.of("name", bad.name(), "mode", "workflow"),
                        "workflow",
                        Map.of(
                                "features",
                                Map.of(),
                                "graph",
                                Map.of("nodes", nodes, "edges", edges))));
    }

    private static List<Map<String, Object>> variables() {
        return List.of(
                Map.of("variable", "t", "label", "T", "type", "paragraph", "required", false),
                Map.of("variable", "o", "label", "O", "type", "json_object", "required", false));
    }

    private static Map<String, Object> node(String id, Map<String, Object> data) {
        return Map.of("id", id, "data", data);
    }

    private static Map<String, Object> template(String id, String text) {
        return node(
                id,
                Map.of(
                        "type",
                        "template-transform",
                        "title",
                        id,
                        "variables",
                        List.of(),
                        "template",
                        text));
    }

    private static Map<String, Object> end(String id, String branch, String... outputs) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of("variable", "branch", "value_selector", List.of("w" + id, "output")));
        for (String output : outputs) {
            String name = output.replaceFirst(":.*", "");
            String key = output.replaceFirst(".*:", "");
            all.add(Map.of("variable", name, "value_selector", List.of("x", key)));
        }
        return node(id, Map.of("type", "end", "title", branch, "outputs", all));
    }

    private static Map<String, Object> edge(String from, String handle, String to) {
        return Map.of("source", from, "sourceHandle", handle, "target", to);
    }
}
