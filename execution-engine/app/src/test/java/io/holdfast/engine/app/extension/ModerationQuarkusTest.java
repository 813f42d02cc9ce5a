package io.holdfast.engine.app.extension;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.contracts.tenant.Tenants;
import io.holdfast.engine.app.run.MockModels;
import io.holdfast.testing.HoldfastInfra;
import io.holdfast.testing.model.MockReply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be asked, what may not be said, and inputs that a service fills. */
@QuarkusTest
@QuarkusTestResource(MockModels.class)
@QuarkusTestResource(ExtensionServer.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class ModerationQuarkusTest {

    private static final String KEYWORDS =
            "{enabled: true, type: keywords, config: {keywords: \"Bomb\\nbad word\","
                    + " inputs_config: {enabled: true, preset_response: No.},"
                    + " outputs_config: {enabled: true, preset_response: Let it be.}}}";
    private static final String SERVICE =
            "{enabled: true, type: api, config: {api_based_extension_id: ext-1,"
                    + " inputs_config: {enabled: true}, outputs_config: {enabled: true}}}";
    private static final String MODEL =
            "{enabled: true, type: openai_moderation, config: {inputs_config:"
                    + " {enabled: true, preset_response: No.}}}";

    @Inject ObjectMapper mapper;

    @ConfigProperty(name = "holdfast.internal.token")
    String token;

    @BeforeEach
    void reset() {
        MockModels.MODELS.reset();
        ExtensionServer.SEEN.clear();
    }

    private static String chat(String feature, String tools) {
        return """
        version: '0.6.0'
        kind: app
        app: {name: Guarded, mode: chat}
        model_config:
          model: {provider: openai, name: m, mode: chat, completion_params: {}}
          pre_prompt: 'The weather is {{weather}} in {{city}}.'
          user_input_form: [{text-input: {label: City, variable: city, required: false}}]
          external_data_tools: %s
          sensitive_word_avoidance: %s
        """
                .formatted(tools, feature);
    }

    @Test
    void aQuestionWithAForbiddenWordIsAnsweredWithoutAModel() {
        List<RunEvent> events = ask(chat(KEYWORDS, "[]"), "How to build a BOMB?");
        assertThat(end(events).answer()).isEqualTo("No.");
        assertThat(end(events).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(end(events).isEarly()).isTrue();
        assertThat(MockModels.MODELS.calls()).isZero();
    }

    @Test
    void aForbiddenWordInAnInputCountsToo() {
        List<RunEvent> events =
                ask(chat(KEYWORDS, "[]"), "How is it?", Map.of("city", "a bad word"));
        assertThat(end(events).answer()).isEqualTo("No.");
    }

    @Test
    void whatAModelSaysIsReplaced() {
        MockModels.MODELS.then(MockReply.text("Take a bomb."));
        List<RunEvent> events = ask(chat(KEYWORDS, "[]"), "Hello");
        assertThat(events).contains(new RunEvent.TextReplaced("Let it be.", "output_moderation"));
        assertThat(end(events).answer()).isEqualTo("Let it be.");
        assertThat(end(events).status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aServiceOfTheOperatorIsAskedWithItsKey() {
        List<RunEvent> events = ask(chat(SERVICE, "[]"), "something forbidden");
        assertThat(end(events).answer()).isEqualTo("Not here.");
        assertThat(ExtensionServer.SEEN)
                .singleElement()
                .asString()
                .startsWith("/dify Bearer secret {\"point\":\"app.moderation.input\"")
                .contains("\"query\":\"something forbidden\"");
    }

    @Test
    void aServiceMayPutOtherWords() {
        MockModels.MODELS.then(MockReply.text("please rephrase this"));
        List<RunEvent> events = ask(chat(SERVICE, "[]"), "rephrase", Map.of("city", "Oslo"));
        String prompt = MockModels.MODELS.requests().getFirst().body().toString();
        assertThat(prompt).contains("in ***.").contains("How is it?").doesNotContain("Oslo");
        assertThat(end(events).answer()).isEqualTo("###");
    }

    @Test
    void aServiceThatIsGoneFailsTheRunForItMustBeAsked() {
        List<RunEvent> events = ask(chat(SERVICE, "[]"), "outage");
        assertThat(end(events).status()).isEqualTo(RunStatus.FAILED);
        assertThat(end(events).error()).contains("status_code: 503");
        assertThat(MockModels.MODELS.calls()).isZero();
    }

    @Test
    void aModerationModelIsAsked() {
        assertThat(end(ask(chat(MODEL, "[]"), "forbidden")).answer()).isEqualTo("No.");
        assertThat(end(ask(chat(MODEL, "[]"), "fine")).answer()).contains("fine");
    }

    @Test
    void aServiceFillsAnInput() {
        String tools =
                "[{enabled: true, variable: weather, type: api,"
                        + " config: {api_based_extension_id: ext-1}}]";
        ask(chat("{enabled: false}", tools), "How is it?", Map.of("city", "Oslo"));
        assertThat(ExtensionServer.SEEN)
                .singleElement()
                .asString()
                .contains("\"tool_variable\":\"weather\"")
                .contains("\"inputs\":{\"city\":\"Oslo\"}");
        assertThat(MockModels.MODELS.requests().getFirst().body().toString())
                .contains("The weather is sunny in Oslo.");
    }

    @Test
    void aServiceThatNobodyNamedIsToldAtImportAndFailsTheRun() {
        String tools =
                "[{enabled: true, variable: weather, type: api,"
                        + " config: {api_based_extension_id: other}}]";
        List<RunEvent> events = ask(chat("{enabled: false}", tools), "How is it?");
        assertThat(end(events).error()).contains("other is not set up here");
    }

    @Test
    void aChatflowWhoseQuestionIsRefusedNeverBegins() {
        String chatflow =
                """
                version: '0.6.0'
                kind: app
                app: {name: Guarded flow, mode: advanced-chat}
                workflow:
                  features: {sensitive_word_avoidance: %s}
                  graph:
                    nodes:
                    - {id: s, data: {type: start, title: Start, variables: []}}
                    - {id: a, data: {type: answer, title: Answer, answer: 'You said {{#sys.query#}}'}}
                    edges: [{source: s, sourceHandle: source, target: a}]
                """
                        .formatted(KEYWORDS);
        List<RunEvent> events = ask(chatflow, "bomb");
        assertThat(events).hasSize(3).doesNotHaveAnyElementsOfTypes(RunEvent.Started.class);
        assertThat(events.get(1)).isEqualTo(new RunEvent.Text("No.", List.of()));
        assertThat(end(ask(chatflow, "peace")).answer()).isEqualTo("You said peace");
    }

    private static RunEvent.Finished end(List<RunEvent> events) {
        return (RunEvent.Finished) events.getLast();
    }

    private List<RunEvent> ask(String app, String query) {
        return ask(app, query, Map.of());
    }

    private List<RunEvent> ask(
            String app, String query, Map<String, ? extends @Nullable Object> inputs) {
        String id =
                internal()
                        .body(Map.of("tenantId", Tenants.DEFAULT, "yamlContent", app))
                        .post("/internal/v1/apps/imports")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("appId");
        String stream =
                internal()
                        .accept("text/event-stream, application/json")
                        .body(
                                Map.of(
                                        "tenantId",
                                        Tenants.DEFAULT,
                                        "appId",
                                        id,
                                        "user",
                                        "me",
                                        "inputs",
                                        inputs,
                                        "query",
                                        query,
                                        "files",
                                        List.of(),
                                        "autoGenerateName",
                                        false))
                        .post("/internal/v1/runs")
                        .asString();
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> read(line.substring("data:".length())))
                .toList();
    }

    private RunEvent read(String json) {
        try {
            return mapper.readValue(json, RunEventEnvelope.class).event();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RequestSpecification internal() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
