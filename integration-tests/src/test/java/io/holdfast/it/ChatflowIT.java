package io.holdfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.imfangs.dify.client.DifyChatflowClient;
import io.github.imfangs.dify.client.DifyClientFactory;
import io.github.imfangs.dify.client.callback.ChatflowStreamCallback;
import io.github.imfangs.dify.client.enums.ResponseMode;
import io.github.imfangs.dify.client.event.ErrorEvent;
import io.github.imfangs.dify.client.event.MessageEndEvent;
import io.github.imfangs.dify.client.event.MessageEvent;
import io.github.imfangs.dify.client.model.chat.ChatMessage;
import io.github.imfangs.dify.client.model.chat.ChatMessageResponse;
import io.github.imfangs.dify.client.model.chat.MessageListResponse;
import io.holdfast.testing.model.MockReply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chatflows that stream, and conversations that last. */
@ExtendWith(WithInstallation.class)
class ChatflowIT {

    private final Installation holdfast;

    ChatflowIT(Installation holdfast) {
        this.holdfast = holdfast;
    }

    @Test
    void twoModelsStreamOneAfterTheOtherAndTheConversationIsRemembered() throws Exception {
        DifyChatflowClient client = client(holdfast.app("two-models.yml"));
        holdfast.models()
                .then(
                        MockReply.text("Paris is the capital"),
                        MockReply.text("that is right"),
                        MockReply.text("two million people"),
                        MockReply.text("roughly"));

        Answer first = stream(client, "Capital of France?", null);
        Answer second = stream(client, "How many live there?", first.end().getConversationId());

        assertThat(first.text()).isEqualTo("Paris is the capital / that is right");
        assertThat(first.pieces()).hasSizeGreaterThan(4);
        assertThat(second.text()).isEqualTo("two million people / roughly");
        assertThat(second.end().getConversationId()).isEqualTo(first.end().getConversationId());
        String asked = holdfast.models().requests().get(2).body().toString();
        assertThat(asked)
                .contains("Capital of France?")
                .contains("Paris is the capital / that is right")
                .contains("How many live there?");
        MessageListResponse messages =
                client.getMessages(first.end().getConversationId(), "ada", null, 20);
        assertThat(messages.getData())
                .extracting(MessageListResponse.Message::getQuery)
                .containsExactly("Capital of France?", "How many live there?");
    }

    @Test
    void theSampleAssistantAnswersAtOnce() throws Exception {
        ImportedApp app = holdfast.console().importApp(Installation.sample("assistant.yml"));

        ChatMessageResponse answer =
                client(app).sendChatMessage(message("Hello", null, ResponseMode.BLOCKING));

        assertThat(answer.getAnswer()).isEqualTo("echo: Hello");
        assertThat(answer.getConversationId()).isNotBlank();
    }

    @Test
    void aConversationKeepsWhatItsTurnsHaveWrittenAlsoThoseThatFail() throws Exception {
        DifyChatflowClient client = client(holdfast.app("counting.yml"));

        ChatMessageResponse first =
                client.sendChatMessage(message("one", null, ResponseMode.BLOCKING));
        String conversation = first.getConversationId();
        assertThatThrownBy(() ->
                        client.sendChatMessage(
                                message("fail", conversation, ResponseMode.BLOCKING)))
                .hasMessageContaining("as you wish");
        ChatMessageResponse third =
                client.sendChatMessage(message("three", conversation, ResponseMode.BLOCKING));
        ChatMessageResponse another =
                client.sendChatMessage(message("one", null, ResponseMode.BLOCKING));

        assertThat(first.getAnswer()).isEqualTo("Turn 1");
        assertThat(third.getAnswer()).isEqualTo("Turn 3");
        assertThat(another.getAnswer()).isEqualTo("Turn 1");
    }

    private Answer stream(DifyChatflowClient client, String query, @Nullable String conversation)
            throws Exception {
        List<String> pieces = new CopyOnWriteArrayList<>();
        CompletableFuture<MessageEndEvent> end = new CompletableFuture<>();
        client.sendChatMessageStream(
                message(query, conversation, ResponseMode.STREAMING),
                new ChatflowStreamCallback() {
                    @Override
                    public void onMessage(MessageEvent event) {
                        pieces.add(event.getAnswer());
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
        return new Answer(end.get(60, TimeUnit.SECONDS), pieces);
    }

    /** What a client saw of one turn. */
    private record Answer(MessageEndEvent end, List<String> pieces) {
        String text() {
            return String.join("", pieces);
        }
    }

    private static ChatMessage message(
            String query, @Nullable String conversation, ResponseMode mode) {
        return ChatMessage.builder()
                .query(query)
                .user("ada")
                .conversationId(conversation)
                .responseMode(mode)
                .build();
    }

    private DifyChatflowClient client(ImportedApp app) {
        return DifyClientFactory.createChatWorkflowClient(holdfast.api(), app.key());
    }
}
