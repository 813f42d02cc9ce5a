package io.holdfast.gateway.conversation;

import io.holdfast.contracts.conversation.CursorPage;
import io.holdfast.gateway.auth.AppCall;
import io.holdfast.gateway.auth.AppGate;
import io.holdfast.gateway.engine.EngineApi;
import io.holdfast.gateway.file.UploadedFiles;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.QueryNumber;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.holdfast.gateway.remote.RefusedException;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an end user and an app said to each other (http-api.md 3.2, 3.3). */
@Singleton
class ConversationRoutes implements Routes {

    private static final Set<String> MODES = Set.of("chat", "agent-chat", "advanced-chat");
    private static final Set<String> ORDERS =
            Set.of("created_at", "-created_at", "updated_at", "-updated_at");

    /** The one end user of callers that name none (http-api.md 1.3). */
    private static final String ANONYMOUS = "DEFAULT-USER";

    private final AppGate gate;
    private final EngineApi engine;
    private final UploadedFiles uploads;
    private final Ids ids;

    ConversationRoutes(AppGate gate, EngineApi engine, UploadedFiles uploads, Ids ids) {
        this.uploads = uploads;
        this.gate = gate;
        this.engine = engine;
        this.ids = ids;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/conversations", gate.app(this::conversations)),
                Route.get("/v1/messages", gate.app(this::messages)),
                Route.get("/v1/messages/{message_id:uuid}/suggested", gate.app(this::suggested)));
    }

    private Uni<Answer> conversations(AppCall app) {
        app.require(MODES, DifyException.wrongMode("not_chat_app"));
        Call call = app.call();
        int limit = QueryNumber.of(call, "limit", 20, 1, 100);
        UUID lastId = id(call, "ConversationListQuery", "last_id");
        String order = call.query("sort_by").orElse("-updated_at");
        if (!ORDERS.contains(order)) {
            throw invalid("ConversationListQuery", "sort_by", "Input should be one of " + ORDERS);
        }
        return engine.conversations(app.appId(), user(call), lastId, limit, order)
                .onFailure(RefusedException.class)
                .transform(ConversationRoutes::refusal)
                .map(page -> page(page, ConversationViews::conversation));
    }

    private Uni<Answer> messages(AppCall app) {
        app.require(MODES, DifyException.wrongMode("not_chat_app"));
        Call call = app.call();
        int limit = QueryNumber.of(call, "limit", 20, 1, 100);
        UUID conversationId = id(call, "MessageListQuery", "conversation_id");
        if (conversationId == null) {
            throw invalid("MessageListQuery", "conversation_id", "Field required");
        }
        UUID firstId = id(call, "MessageListQuery", "first_id");
        return engine.messages(app.appId(), user(call), conversationId, firstId, limit)
                .onFailure(RefusedException.class)
                .transform(ConversationRoutes::refusal)
                .map(page ->
                        page(page, message -> ConversationViews.message(message, ids, uploads)));
    }

    private Uni<Answer> suggested(AppCall app) {
        app.require(MODES, DifyException.wrongMode("not_chat_app"));
        Call call = app.call();
        String user =
                call.query("user")
                        .orElseThrow(
                                () -> DifyException.invalidParam("Arg user must be provided."));
        return engine.suggested(app.appId(), user, call.id("message_id"))
                .onFailure(RefusedException.class)
                .transform(ConversationRoutes::refusal)
                .map(questions ->
                        Answer.ok(
                                new Fields()
                                        .put("result", "success")
                                        .put("data", questions)
                                        .map()));
    }

    private static String user(Call call) {
        return call.query("user").orElse(ANONYMOUS);
    }

    private static @Nullable UUID id(Call call, String model, String name) {
        String text = call.query(name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw invalid(model, name, "Value error, " + name + " must be a valid UUID");
        }
    }

    private static DifyException invalid(String model, String name, String reason) {
        return DifyException.invalidParam(
                "1 validation error for " + model + "\n" + name + "\n  " + reason);
    }

    private static Throwable refusal(Throwable fault) {
        String code = fault instanceof RefusedException refused ? refused.code() : "";
        return switch (code) {
            case "conversation_not_found" -> DifyException.notFound("Conversation Not Exists.");
            case "last_conversation_not_found" ->
                    DifyException.notFound("Last Conversation Not Exists.");
            case "message_not_found" -> DifyException.notFound("Message Not Exists.");
            case "suggestions_disabled" ->
                    DifyException.badRequest("Suggested Questions Is Disabled.");
            case "first_message_not_found" -> DifyException.notFound("First Message Not Exists.");
            default -> fault;
        };
    }

    private static <T> Answer page(
            CursorPage<T> page, Function<T, Map<String, @Nullable Object>> view) {
        return Answer.ok(
                new Fields()
                        .put("limit", page.limit())
                        .put("has_more", page.hasMore())
                        .put("data", page.data().stream().map(view).toList())
                        .map());
    }
}
