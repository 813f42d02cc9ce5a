package io.holdfast.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.trigger.RunRequested;
import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.contracts.trigger.Webhook;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.PathTemplate;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.gateway.remote.RefusedException;
import io.holdfast.gateway.remote.UnreachableException;
import io.holdfast.platform.id.Ids;
import io.holdfast.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests to webhooks (dsl.md 3.20). The answer goes out when the request is durable; its
 * run begins by itself, and nobody waits for it.
 */
@Singleton
class WebhookRoutes implements Routes {

    private static final PathTemplate PATH = PathTemplate.of("/triggers/webhook/{webhook_id}");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{24}");
    private static final int BAD_REQUEST = 400;
    private static final int RETRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final EngineApi engine;
    private final ObjectMapper mapper;
    private final Ids ids;

    WebhookRoutes(EngineApi engine, ObjectMapper mapper, Ids ids) {
        this.engine = engine;
        this.mapper = Json.plainValues(mapper);
        this.ids = ids;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        HttpMethod.GET,
                        HttpMethod.POST,
                        HttpMethod.PUT,
                        HttpMethod.PATCH,
                        HttpMethod.DELETE,
                        HttpMethod.HEAD)
                .map(method -> new Route(method, PATH, this::take))
                .toList();
    }

    private Uni<Answer> take(Call call) {
        String id = call.path("webhook_id");
        if (!ID.matcher(id).matches()) {
            throw unknown(id);
        }
        return call.body()
                .chain(body ->
                        engine.webhook(id)
                                .chain(webhook ->
                                        fire(webhook, WebhookRequest.of(call, body, mapper))))
                .onFailure(WebhookException.class)
                .recoverWithItem(WebhookRoutes::refused)
                .onFailure(RefusedException.class)
                .transform(fault -> refusal(id, fault))
                .onFailure(UnreachableException.class)
                .transform(fault ->
                        DifyException.unavailable("The webhook cannot be served now.", fault));
    }

    private Uni<Answer> fire(Webhook webhook, WebhookRequest request) {
        Map<String, @Nullable Object> values = WebhookValues.of(webhook, request);
        UUID runId = ids.next();
        var asked =
                new TriggerRequest(
                        runId,
                        webhook.tenantId(),
                        new RunRequested(webhook.appId(), webhook.nodeId(), values));
        // the run's id makes it safe to ask again when nobody knows what became of the first time
        return engine.requestRun(asked)
                .onFailure(UnreachableException.class)
                .retry()
                .withBackOff(PAUSE)
                .atMost(RETRIES)
                .map(done -> answer(webhook));
    }

    /** The configured text: JSON when it is, else as a message. */
    private Answer answer(Webhook webhook) {
        String text = webhook.responseBody();
        if (text.isBlank()) {
            return new Answer.Json(
                    webhook.statusCode(),
                    Map.of("status", "success", "message", "Webhook processed successfully"));
        }
        return new Answer.Json(webhook.statusCode(), body(text));
    }

    private Object body(String text) {
        String start = text.strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            try {
                return mapper.readTree(text);
            } catch (JsonProcessingException e) {
                return Map.of("message", text);
            }
        }
        return Map.of("message", text);
    }

    private static Answer refused(Throwable fault) {
        return new Answer.Json(
                BAD_REQUEST,
                Map.of("error", "Bad Request", "message", String.valueOf(fault.getMessage())));
    }

    private static Throwable refusal(String id, Throwable fault) {
        return ((RefusedException) fault).problem().status() == 404 ? unknown(id) : fault;
    }

    private static DifyException unknown(String id) {
        return DifyException.notFound("Webhook not found: " + id);
    }
}
