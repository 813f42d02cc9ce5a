package io.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.imfangs.dify.client.DifyChatClient;
import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.callback.ChatStreamCallback;
import io.github.imfangs.dify.client.enums.ResponseMode;
import io.github.imfangs.dify.client.event.AgentMessageEvent;
import io.github.imfangs.dify.client.event.AgentThoughtEvent;
import io.github.imfangs.dify.client.event.ErrorEvent;
import io.github.imfangs.dify.client.event.MessageEndEvent;
import io.github.imfangs.dify.client.model.chat.ChatMessage;
import io.github.imfangs.dify.client.model.chat.MessageListResponse;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunRequest;
import io.github.imfangs.dify.client.model.workflow.WorkflowRunResponse;
import io.holdfast.testing.mcp.MockMcp;
import io.holdfast.testing.model.MockReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that use tools, and go on where they were. */
@ExtendWith(WithInstallation.class)
class AgentIT {

    private static final String ENGINE = "execution-engine-1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MockReply WEIGH =
            MockReply.toolCall("First the scales. ", "c1", "weigh", "{\"thing\": \"ship\"}");
    private static final MockReply DAY =
            MockReply.toolCall("", "c2", "weekday", "{\"year\": 2026, \"month\": 3, \"day\": 1}");

    private final Installation holdfast;

    AgentIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    private ImportedApp agent(String transport) {
        String url = transport.equals("sse") ? holdfast.tools().sseUrl() : holdfast.tools().url();
        return holdfast.console()
                .importApp(
                        Installation.read("agent.yml")
                                .replace("TRANSPORT", transport)
                                .replace("SERVER", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"streamable_http", "sse"})
    void anAgentUsesToolsOfItsOwnAndOfAServer(String transport) {
        holdfast.models().then(WEIGH, DAY).always(MockReply.text("3 t, on a Sunday."));

        WorkflowRunResponse run = run(agent(transport));

        assertThat(run.getData().getStatus()).as(run.getData().getError()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry("text", "First the scales. 3 t, on a Sunday.");
        assertThat(holdfast.tools().uses())
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.arguments().path("thing").asText()).isEqualTo("ship");
                    assertThat(use.authorization()).isEqualTo("Bearer sesame");
                });
        String last = holdfast.models().requests().getLast().body().toString();
        assertThat(last)
                .contains("\"tool_call_id\":\"c1\"")
                .contains("ship: 3 t")
                .contains("March 1, 2026 is Sunday.");
        assertThat(holdfast.models().requests().getFirst().body().path("tools"))
                .extracting(tool -> tool.path("function").path("name").asText())
                .containsExactly("weekday", "weigh", "break", "draw");
    }

    @Test
    void anAgentWhoseEngineDiesAsksForNothingTwiceThatItKnows() throws Exception {
        MockReply slow =
                new MockReply.Tokens(
                        List.of("as ", "if ", "nothing"),
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        true);
        holdfast.models().then(WEIGH, slow).always(MockReply.text("It weighs 3 t."));
        ImportedApp app = agent("streamable_http");

        CompletableFuture<WorkflowRunResponse> answer =
                CompletableFuture.supplyAsync(() -> run(app));
        await().atMost(PATIENCE).until(() -> holdfast.models().calls() == 2);
        holdfast.suite().kill(ENGINE);

        WorkflowRunResponse run = answer.get(90, TimeUnit.SECONDS);
        assertThat(run.getData().getStatus()).as(run.getData().getError()).isEqualTo("succeeded");
        assertThat(run.getData().getOutputs())
                .containsEntry("text", "First the scales. It weighs 3 t.");
        assertThat(holdfast.tools().uses()).extracting(MockMcp.Use::tool).containsExactly("weigh");
        assertThat(holdfast.models().calls()).isEqualTo(3);
        holdfast.suite().awaitReady(ENGINE);
    }

    @Test
    void anAssistantTellsWhatItThinks() throws Exception {
        holdfast.models().then(DAY).always(MockReply.text("It was a Sunday."));
        DifyChatClient client =
                DifyClientFactory.createChatClient(
                        holdfast.api(), holdfast.app("assistant.yml").key());

        Heard heard = stream(client);

        assertThat(String.join("", heard.pieces())).isEqualTo("It was a Sunday.");
        assertThat(heard.thoughts())
                .extracting(AgentThoughtEvent::getPosition)
                .containsExactly(1, 1, 1, 2, 2);
        AgentThoughtEvent used = heard.thoughts().get(2);
        assertThat(used.getTool()).isEqualTo("weekday");
        assertThat(used.getToolInput()).contains("2026");
        assertThat(used.getObservation()).contains("March 1, 2026 is Sunday.");
        MessageListResponse.Message message =
                client.getMessages(heard.end().getConversationId(), "ada", null, 20)
                        .getData()
                        .getFirst();
        assertThat(message.getAnswer()).isEqualTo("It was a Sunday.");
        assertThat(message.getAgentThoughts()).hasSize(2);
        assertThat(holdfast.models().requests().getFirst().prompt()).contains("You help Ada");
    }

    /** What a client heard of one turn. */
    private record Heard(
            List<String> pieces, List<AgentThoughtEvent> thoughts, MessageEndEvent end) {}

    private static Heard stream(DifyChatClient client) throws Exception {
        List<String> pieces = new CopyOnWriteArrayList<>();
        List<AgentThoughtEvent> thoughts = new CopyOnWriteArrayList<>();
        CompletableFuture<MessageEndEvent> end = new CompletableFuture<>();
        client.sendChatMessageStream(
                ChatMessage.builder()
                        .query("Which day was it?")
                        .inputs(Map.of("name", "Ada"))
                        .user("ada")
                        .responseMode(ResponseMode.STREAMING)
                        .build(),
                new ChatStreamCallback() {
                    @Override
                    public void onAgentMessage(AgentMessageEvent event) {
                        pieces.add(event.getAnswer());
                    }

                    @Override
                    public void onAgentThought(AgentThoughtEvent event) {
                        thoughts.add(event);
                    }

                    @Override
                    public void onMessageEnd(MessageEndEvent event) {
                        end.complete(event);
                    }

                    @Override
                    public void onError(ErrorEvent event) {
                        end.completeExceptionally(new AssertionError(event.getMessage()));
                    }

                    @Override
                    public void onException(Throwable failure) {
                        end.completeExceptionally(failure);
                    }
                });
        return new Heard(pieces, thoughts, end.get(60, TimeUnit.SECONDS));
    }

    private WorkflowRunResponse run(ImportedApp app) {
        try {
            return DifyClientFactory.createWorkflowClient(holdfast.api(), app.key())
                    .runWorkflow(
                            WorkflowRunRequest.builder()
                                    .inputs(Map.of())
                                    .responseMode(ResponseMode.BLOCKING)
                                    .user("ada")
                                    .build());
        } catch (Exception e) {
            throw new AssertionError("the client was told of the crash", e);
        }
    }
}
