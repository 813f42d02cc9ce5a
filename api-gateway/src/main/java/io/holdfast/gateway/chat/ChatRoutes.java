package io.holdfast.gateway.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.generation.Asked;
import io.holdfast.gateway.generation.Generations;
import io.holdfast.gateway.generation.Stops;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.generation.WorkflowIds;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chat and chatflow apps (http-api.md 2). */
@Singleton
class ChatRoutes implements Routes {

    private static final Set<String> MODES = Set.of("chat", "agent-chat", "advanced-chat");

    private final AppGate gate;
    private final Generations generations;
    private final Stops stops;
    private final Values values;

    ChatRoutes(AppGate gate, Generations generations, Stops stops, Values values) {
        this.gate = gate;
        this.generations = generations;
        this.stops = stops;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/v1/chat-messages", gate.app(this::send)),
                Route.post("/v1/chat-messages/{task_id}/stop", gate.app(this::stop)));
    }

    private Uni<Answer> send(AppCall call) {
        return call.call().json().chain(body -> send(call, body));
    }

    private Uni<Answer> send(AppCall call, ObjectNode body) {
        Payload.user(body);
        call.require(MODES, wrongMode());
        Payload payload = values.payload("ChatRequestPayload", body);
        Asked asked = Asked.of(call.call(), payload);
        String query = payload.text("query");
        UUID conversationId = conversation(payload);
        boolean nameIt = payload.flag("auto_generate_name", true);
        String workflowId = payload.optionalText("workflow_id").orElse("");
        payload.check();
        if (query.isEmpty()) {
            throw DifyException.invalidParam("query is required");
        }
        if (call.mode().equals("agent-chat") && !asked.streaming()) {
            throw DifyException.invalidParam("Agent Chat App does not support blocking mode");
        }
        UUID version =
                call.mode().equals("advanced-chat") ? WorkflowIds.versionOrNull(workflowId) : null;
        var target = new Asked.Target(version, conversationId, nameIt);
        return generations.answer(
                call.mode(),
                asked.streaming(),
                asked.request(call, body, query, target, generations.newRunId()));
    }

    /** Null, empty and blanks mean a new one (http-api.md 2.1). */
    private static @Nullable UUID conversation(Payload payload) {
        String id = payload.optionalText("conversation_id").orElse("").strip();
        if (id.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            payload.wrong(
                    "conversation_id",
                    "Value error, conversation_id must be a valid UUID",
                    "value_error");
            return null;
        }
    }

    private Uni<Answer> stop(AppCall call) {
        return stops.stop(call, MODES, wrongMode());
    }

    private static DifyException wrongMode() {
        return DifyException.wrongMode("not_chat_app");
    }
}
