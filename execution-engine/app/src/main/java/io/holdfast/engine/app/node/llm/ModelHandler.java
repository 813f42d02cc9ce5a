package io.holdfast.engine.app.node.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.model.ModelHeaders;
import io.holdfast.engine.app.client.ServiceClient;
import io.holdfast.engine.app.client.UnreachableException;
import io.holdfast.engine.app.conversation.ConversationStore;
import io.holdfast.engine.app.file.FileContents;
import io.holdfast.engine.app.step.CutOffException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.node.llm.PromptMessage;
import io.holdfast.engine.value.JsonReader;
import io.holdfast.engine.value.JsonSyntaxException;
import io.holdfast.engine.value.Values;
import io.holdfast.platform.json.Json;
import io.holdfast.platform.peer.PeerService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks model-service for text. */
@ApplicationScoped
class ModelHandler implements StepHandler<ModelReply, ModelRequest> {

    private static final int OK = 200;
    private static final Duration DATABASE = Duration.ofSeconds(10);

    private final ServiceClient client;
    private final ConversationStore conversations;
    private final FileContents contents;
    private final ModelCallConfig config;
    private final ObjectMapper mapper;
    private final ChatBody body;
    private final Semaphore places;

    ModelHandler(
            ServiceClient client,
            ConversationStore conversations,
            FileContents contents,
            ModelCallConfig config,
            ObjectMapper mapper) {
        this.client = client;
        this.conversations = conversations;
        this.contents = contents;
        this.config = config;
        this.mapper = Json.plainValues(mapper);
        this.body = new ChatBody(mapper);
        this.places = new Semaphore(config.concurrency());
    }

    @Override
    public Class<ModelRequest> requestType() {
        return ModelRequest.class;
    }

    @Override
    public ModelReply handle(StepCall<ModelRequest> call) throws InterruptedException {
        List<PromptMessage> prompt = prompt(call.request());
        places.acquire();
        try {
            return ask(call, prompt);
        } finally {
            places.release();
        }
    }

    /** The messages, what is remembered, and the query; the history is read before any call. */
    private List<PromptMessage> prompt(ModelRequest request) {
        List<PromptMessage> prompt = new ArrayList<>(request.messages());
        request.history().ifPresent(history -> prompt.addAll(remembered(history)));
        request.query().ifPresent(prompt::add);
        prompt.addAll(request.followUp());
        return prompt;
    }

    private List<PromptMessage> remembered(ModelRequest.History history) {
        if (history.turns() == 0) {
            return List.of();
        }
        return conversations
                .history(history.conversationId(), history.messageId(), history.turns())
                .map(turns ->
                        turns.stream()
                                .flatMap(turn ->
                                        List.of(
                                                new PromptMessage("user", turn.query()),
                                                new PromptMessage("assistant", turn.answer()))
                                                .stream())
                                .toList())
                .await()
                .atMost(DATABASE);
    }

    private ModelReply ask(StepCall<ModelRequest> call, List<PromptMessage> prompt)
            throws InterruptedException {
        ModelRequest request = call.request();
        StringBuilder text = new StringBuilder();
        Consumer<String> shown =
                piece -> {
                    show(call, text.isEmpty(), piece);
                    text.append(piece);
                };
        ThinkFilter filter = new ThinkFilter(shown);
        ChatStream stream = new ChatStream(mapper, request.separateReasoning() ? filter : shown);
        read(call, prompt, stream);
        filter.end();
        return new ModelReply(
                prompt,
                text.toString(),
                filter.reasoning(),
                stream.finishReason(),
                stream.usage(),
                structured(request, text.toString()),
                stream.calls());
    }

    private static void show(StepCall<ModelRequest> call, boolean first, String piece) {
        ModelRequest.Showing showing = call.request().showing();
        if (showing.quiet()) {
            return;
        }
        if (first && !showing.lead().isEmpty()) {
            call.pieces().accept("text", showing.lead());
        }
        call.pieces().accept("text", piece);
    }

    private void read(StepCall<ModelRequest> call, List<PromptMessage> prompt, ChatStream stream)
            throws InterruptedException {
        try {
            HttpResponse<InputStream> response =
                    client.post(
                            PeerService.MODEL,
                            "/v1/chat/completions",
                            body.write(
                                    call.request(), ReadMessage.of(prompt, call.run(), contents)),
                            Map.of(
                                    ModelHeaders.PROVIDER,
                                    call.request().model().provider(),
                                    ModelHeaders.IDEMPOTENCY_KEY,
                                    call.callId()),
                            config.firstAnswer());
            if (response.statusCode() != OK) {
                throw refused(response);
            }
            stream.read(response.body());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("the step was cancelled");
            }
            throw new CutOffException("model-service broke off: " + e.getMessage(), e);
        } catch (UnreachableException e) {
            throw new StepException("InvokeConnectionError", "model-service cannot be reached.");
        }
    }

    private StepException refused(HttpResponse<InputStream> response) throws IOException {
        try (InputStream answer = response.body()) {
            JsonNode problem = mapper.readTree(answer);
            if (problem != null && problem.path("error").isObject()) {
                return ModelErrors.of(problem.get("error"));
            }
        } catch (JsonProcessingException _) {
            // said below
        }
        return new StepException(
                "InvokeServerUnavailableError",
                "The model call failed with status " + response.statusCode() + ".");
    }

    private static Optional<Map<String, @Nullable Object>> structured(
            ModelRequest request, String text) {
        if (request.schema().isEmpty()) {
            return Optional.empty();
        }
        try {
            if (JsonReader.read(unfenced(text)) instanceof Map<?, ?> map) {
                return Optional.of(Values.asMap(map));
            }
        } catch (JsonSyntaxException _) {
            // said below
        }
        throw new StepException("LLMNodeError", "Failed to parse structured output: " + text);
    }

    private static String unfenced(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        return from >= 0 && to > from ? text.substring(from, to + 1) : text;
    }
}
