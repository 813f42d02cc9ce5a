package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.holdfast.contracts.run.StartRunRequest;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class GenerationQuarkusTest {

    private static final String RUN = "01990000-0000-7000-8000-00000000000a";
    private static final String TASK = "01990000-0000-7000-8000-00000000000b";
    private static final String CONVERSATION = "01990000-0000-7000-8000-00000000000e";
    private static final String MESSAGE = "01990000-0000-7000-8000-00000000000f";

    @BeforeEach
    void enginesAcceptAll() {
        Suite.WORLD.acceptAll();
        Suite.WORLD.script(Stories.twoWords());
    }

    private static Map<String, Object> body(String mode) {
        return Map.of(
                "inputs", Map.of("n", 3), "user", "ada", "query", "Hi", "response_mode", mode);
    }

    private static Response run(String app, String path, String mode) {
        return Client.post(Client.keyOfNew(app, app + mode), path, body(mode));
    }

    @Test
    void aWorkflowStreamsItsEvents() {
        Response response = run("workflow", "/v1/workflows/run", "streaming");

        response.then().statusCode(200).contentType("text/event-stream; charset=utf-8");
        assertThat(response.asString())
                .startsWith("event: ping\n\nid: 1\ndata: {\"event\":\"workflow_started\",");
        List<String> frames = Client.frames(response);
        assertThat(frames).hasSize(6);
        assertThat(frames.get(2))
                .isEqualTo(
                        "id: 3\ndata: {\"event\":\"text_chunk\",\"workflow_run_id\":\""
                                + RUN
                                + "\",\"task_id\":\""
                                + TASK
                                + "\",\"data\":{\"text\":\"Grüße, \",\"from_variable_selector\":[\"llm\",\"text\"]}}");
        assertThat(frames.get(1))
                .contains("\"event\":\"node_started\"")
                .contains("\"index\":1,\"predecessor_node_id\":null,\"inputs\":null");
        assertThat(frames.get(4)).contains("\"event\":\"node_finished\"");
        assertThat(frames.get(5))
                .startsWith("id: 6\ndata: {\"event\":\"workflow_finished\"")
                .contains("\"outputs\":{\"greeting\":\"Grüße, Welt\"}")
                .contains(
                        "\"created_by\":{\"id\":\"01990000-0000-7000-8000-00000000000d\",\"user\":\"ada\"}")
                .contains("\"created_at\":1772359200,\"finished_at\":1772359202");
        StartRunRequest asked = Suite.WORLD.started().getFirst();
        assertThat(asked.inputs()).isEqualTo(Map.of("n", 3));
        assertThat(asked.user()).isEqualTo("ada");
        assertThat(asked.query()).isNull();
    }

    @Test
    void aWorkflowAnswersAtOnce() {
        run("workflow", "/v1/workflows/run", "blocking")
                .then()
                .statusCode(200)
                .body("task_id", equalTo(TASK))
                .body("workflow_run_id", equalTo(RUN))
                .body("data.id", equalTo(RUN))
                .body("data.status", equalTo("succeeded"))
                .body("data.outputs.greeting", equalTo("Grüße, Welt"))
                .body("data.elapsed_time", equalTo(1.25f))
                .body("data.total_steps", equalTo(2))
                .body("$", not(hasKey("event")));
    }

    @Test
    void aStreamEndsWhereTheRunWaitsForAPerson() {
        Suite.WORLD.script(Stories.paused());

        List<String> frames = Client.frames(run("workflow", "/v1/workflows/run", "streaming"));

        assertThat(frames).hasSize(4);
        assertThat(frames.get(2))
                .startsWith("id: 3\ndata: {\"event\":\"human_input_required\"")
                .contains("\"form_token\":\"0123456789abcdef0123456789abcdef\"")
                .contains("\"display_in_ui\":true")
                .contains("\"resolved_default_values\":{\"why\":\"it is\"}")
                .contains("\"expiration_time\":1772362800");
        assertThat(frames.get(3))
                .startsWith("id: 3\ndata: {\"event\":\"workflow_paused\"")
                .contains("\"paused_nodes\":[\"hi\"],\"outputs\":{},\"reasons\":[{\"TYPE\":")
                .contains("\"status\":\"paused\"");
    }

    @Test
    void blockingAnswersTellOfThePersonThatIsWaitedFor() {
        Suite.WORLD.script(Stories.paused());

        run("workflow", "/v1/workflows/run", "blocking")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("paused"))
                .body("data.finished_at", equalTo(null))
                .body("data.paused_nodes[0]", equalTo("hi"))
                .body("data.reasons[0].TYPE", equalTo("human_input_required"));
        run("advanced-chat", "/v1/chat-messages", "blocking")
                .then()
                .statusCode(200)
                .body("event", equalTo("workflow_paused"))
                .body("answer", equalTo("Grüße, "))
                .body("data.message_id", equalTo(MESSAGE))
                .body("data.reasons[0].form_id", equalTo("01990000-0000-7000-8000-000000000010"));
    }

    @Test
    void aWorkflowThatFailsAnswers200AndSaysSo() {
        Suite.WORLD.script(Stories.failure("Node broke", "CodeNodeError"));
        run("workflow", "/v1/workflows/run", "blocking")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("failed"))
                .body("data.error", equalTo("Node broke"));
    }

    @Test
    void aChatflowStreamsMessagesThenTheirEndThenTheRunsEnd() {
        Response response = run("advanced-chat", "/v1/chat-messages", "streaming");

        assertThat(response.asString()).startsWith("event: ping\n\n");
        List<String> frames = Client.frames(response);
        assertThat(frames).hasSize(7);
        assertThat(frames.get(2))
                .isEqualTo(
                        "id: 3\ndata: {\"event\":\"message\",\"conversation_id\":\""
                                + CONVERSATION
                                + "\",\"message_id\":\""
                                + MESSAGE
                                + "\",\"created_at\":1772359200,\"task_id\":\""
                                + TASK
                                + "\",\"id\":\""
                                + MESSAGE
                                + "\",\"answer\":\"Grüße, \",\"from_variable_selector\":[\"llm\",\"text\"]}");
        assertThat(frames.get(5))
                .contains("\"event\":\"message_end\"")
                .contains(
                        "\"metadata\":{\"annotation_reply\":null,\"retriever_resources\":[],\"usage\":{")
                .contains("\"files\":[]");
        assertThat(frames.get(6)).contains("\"event\":\"workflow_finished\"");
    }

    @Test
    void aChatflowThatFailsHasNoMessageEnd() {
        Suite.WORLD.script(Stories.failure("Model is away", "InvokeConnectionError"));
        String stream = run("advanced-chat", "/v1/chat-messages", "streaming").asString();
        assertThat(stream).doesNotContain("message_end").doesNotContain("\"event\":\"error\"");
        assertThat(stream)
                .contains("\"status\":\"failed\",\"outputs\":{},\"error\":\"Model is away\"");

        run("advanced-chat", "/v1/chat-messages", "blocking")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"))
                .body("message", equalTo("Run failed: Model is away"));
    }

    @Test
    void aChatStreamsNothingButItsMessage() {
        Response response = run("chat", "/v1/chat-messages", "streaming");

        List<String> frames = Client.frames(response);
        assertThat(response.asString()).startsWith("id: 3\ndata: {\"event\":\"message\"");
        assertThat(frames).hasSize(3);
        assertThat(frames.get(0)).contains("\"from_variable_selector\":null");
        assertThat(frames.get(2)).contains("\"event\":\"message_end\"").contains("\"files\":null");
    }

    @Test
    void aChatAnswersAtOnce() {
        run("chat", "/v1/chat-messages", "blocking")
                .then()
                .statusCode(200)
                .body("event", equalTo("message"))
                .body("message_id", equalTo(MESSAGE))
                .body("conversation_id", equalTo(CONVERSATION))
                .body("mode", equalTo("chat"))
                .body("answer", equalTo("Grüße, Welt"))
                .body("metadata.usage.total_tokens", equalTo(7))
                .body("created_at", equalTo(1772359200));
        assertThat(Suite.WORLD.started().getFirst().query()).isEqualTo("Hi");
    }

    @Test
    void aChatWhoseModelFailsTellsTheModelsError() {
        Suite.WORLD.script(Stories.failure("slow down", "InvokeRateLimitError"));
        run("chat", "/v1/chat-messages", "blocking")
                .then()
                .statusCode(400)
                .body("code", equalTo("completion_request_error"))
                .body("message", equalTo("slow down"));
        List<String> frames = Client.frames(run("chat", "/v1/chat-messages", "streaming"));
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst())
                .contains("\"event\":\"error\"")
                .contains("\"code\":\"completion_request_error\",\"status\":400")
                .doesNotContain("task_id");
    }

    @Test
    void aStoppedChatEndsWithWhatThereIs() {
        Suite.WORLD.script(Stories.stopped());
        List<String> frames = Client.frames(run("chat", "/v1/chat-messages", "streaming"));
        assertThat(frames).hasSize(2);
        assertThat(frames.getLast()).contains("\"event\":\"message_end\"");

        List<String> chatflow =
                Client.frames(run("advanced-chat", "/v1/chat-messages", "streaming"));
        assertThat(chatflow.getLast())
                .contains("\"status\":\"stopped\"")
                .contains("\"error\":\"Stopped by user.\"");
        assertThat(String.join("", chatflow)).doesNotContain("message_end");
    }

    @Test
    void aCompletionHasNoConversation() {
        Response answer = run("completion", "/v1/completion-messages", "blocking");
        answer.then()
                .statusCode(200)
                .body("mode", equalTo("completion"))
                .body("$", not(hasKey("conversation_id")));
        String stream = run("completion", "/v1/completion-messages", "streaming").asString();
        assertThat(stream)
                .startsWith("id: 3\ndata: {\"event\":\"message\",\"message_id\":\"" + MESSAGE)
                .doesNotContain("conversation_id");
    }

    private static String asked(String call) {
        return Stream.concat(Suite.FIRST.asked().stream(), Suite.SECOND.asked().stream())
                .filter(one -> one.startsWith(call))
                .findFirst()
                .orElse("");
    }

    @Test
    void aChatIsStoppedByItsOwnUserAlone() {
        String key = Client.keyOfNew("chat", "Stop chat");
        String task = UUID.randomUUID().toString();
        Client.post(key, "/v1/chat-messages/" + task + "/stop", Map.of("user", "stranger"))
                .then()
                .statusCode(200);
        assertThat(asked("POST /internal/v1/tasks/" + task + "/stop"))
                .contains("?appId=")
                .endsWith("&user=stranger");
    }

    @Test
    void stoppingIsAlwaysASuccess() {
        String key = Client.keyOfNew("workflow", "Stop");
        Map<String, String> user = Map.of("user", "ada");
        Client.post(key, "/v1/workflows/tasks/" + TASK + "/stop", user)
                .then()
                .statusCode(200)
                .body("result", equalTo("success"));
        Client.post(key, "/v1/workflows/tasks/nobodys/stop", user)
                .then()
                .statusCode(200)
                .body("result", equalTo("success"));
        String stop = "POST /internal/v1/tasks/" + TASK + "/stop";
        assertThat(asked(stop)).as("of this app, whoever asks").contains("?appId=");
        assertThat(asked(stop)).doesNotContain("user=");
        Client.post(key, "/v1/chat-messages/" + TASK + "/stop", user)
                .then()
                .statusCode(400)
                .body("code", equalTo("not_chat_app"));
    }

    @Test
    void aRunIsShownToItsAppAlone() {
        String key = Client.keyOfNew("workflow", "Run detail");
        Client.post(key, "/v1/workflows/run", body("blocking")).then().statusCode(200);

        Client.with(key)
                .get("/v1/workflows/run/" + RUN)
                .then()
                .statusCode(200)
                .body("status", equalTo("succeeded"))
                .body("inputs", equalTo("{\"name\":\"Ada\"}"))
                .body("outputs.greeting", equalTo("Hi"));
        for (String path : List.of(TASK, "nothing")) {
            Client.with(key)
                    .get("/v1/workflows/run/" + path)
                    .then()
                    .statusCode(404)
                    .body("message", equalTo("Workflow run not found."));
        }
        Client.with(Client.keyOfNew("workflow", "Another"))
                .get("/v1/workflows/run/" + RUN)
                .then()
                .statusCode(404);
    }

    @Test
    void inputsThatAreRefusedAreToldInTheStreamOfGraphApps() {
        refuseAll(400, "invalid_input", "name is required in input form");

        String stream = run("workflow", "/v1/workflows/run", "streaming").asString();
        assertThat(stream)
                .isEqualTo(
                        "event: ping\n\ndata: {\"event\":\"error\",\"code\":\"invalid_param\","
                                + "\"message\":\"name is required in input form\",\"status\":500}\n\n");
        for (String[] call :
                new String[][] {
                    {"workflow", "/v1/workflows/run", "blocking"},
                    {"chat", "/v1/chat-messages", "streaming"}
                }) {
            run(call[0], call[1], call[2])
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid_param"))
                    .body("message", equalTo("name is required in input form"));
        }
    }

    @Test
    void refusalsOfTheEngineAreToldInTheWordsOfTheApi() {
        refuseAll(404, "conversation_not_found", "internal words");
        run("chat", "/v1/chat-messages", "streaming")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"))
                .body("message", equalTo("Conversation Not Exists."));
        refuseAll(400, "not_published", "internal words");
        run("workflow", "/v1/workflows/run", "streaming")
                .then()
                .statusCode(400)
                .body("message", equalTo("Workflow not published"));
        refuseAll(404, "workflow_not_found", "internal words");
        run("workflow", "/v1/workflows/" + RUN + "/run", "streaming")
                .then()
                .statusCode(404)
                .body("message", equalTo("Workflow not found with id: " + RUN));
        assertThat(Suite.WORLD.started().getLast().workflowId()).hasToString(RUN);
        refuseAll(500, "stack_trace", "at io.holdfast.engine");
        run("workflow", "/v1/workflows/run", "blocking")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal_server_error"));
    }

    @Test
    void aVersionIsNamedByItsId() {
        run("workflow", "/v1/workflows/newest/run", "blocking")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad_request"))
                .body("message", equalTo("Invalid workflow_id format: 'newest'. "));
    }

    private static void refuseAll(int status, String code, String message) {
        Suite.WORLD.refuse(Suite.FIRST, status, code, message);
        Suite.WORLD.refuse(Suite.SECOND, status, code, message);
    }
}
