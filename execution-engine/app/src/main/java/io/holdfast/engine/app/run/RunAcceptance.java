package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.engine.app.conversation.ConversationStore;
import io.holdfast.engine.app.conversation.ConversationThread;
import io.holdfast.engine.app.journal.NewRun;
import io.holdfast.engine.app.refusal.InvalidInputException;
import io.holdfast.engine.app.refusal.NotFoundException;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks what a client asks for and gives a run its identity. */
@ApplicationScoped
class RunAcceptance {

    private static final int NAME_LENGTH = 20;

    private final ConversationStore conversations;
    private final Ids ids;
    private final Clock clock;

    RunAcceptance(ConversationStore conversations, Ids ids, Clock clock) {
        this.conversations = conversations;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Prepares a run.
     *
     * @return failed with {@link InvalidInputException} or {@link NotFoundException} when the
     *     inputs do not fit the app
     */
    Uni<NewRun> prepare(RunnableApp app, StartRunRequest request) {
        Map<String, @Nullable Object> inputs = validInputs(app, request);
        AppMode mode = app.definition().mode();
        if (!mode.isConversational()) {
            return Uni.createFrom().item(newRun(app, request, inputs, Optional.empty()));
        }
        UUID wanted = request.conversationId();
        if (wanted == null) {
            return Uni.createFrom().item(newRun(app, request, inputs, Optional.empty()));
        }
        return conversations
                .thread(app.appId(), request.user(), wanted)
                .invoke(thread -> refuseUnknown(mode, thread))
                .map(thread -> newRun(app, request, inputs, thread));
    }

    /** Chatflows begin a new conversation instead, basic chats do not (http-api.md 2.14). */
    private static void refuseUnknown(AppMode mode, Optional<ConversationThread> thread) {
        if (thread.isEmpty() && mode != AppMode.ADVANCED_CHAT) {
            throw NotFoundException.conversation();
        }
    }

    private static Map<String, @Nullable Object> validInputs(
            RunnableApp app, StartRunRequest request) {
        try {
            return StartForm.of(app.definition()).validate(request.inputs());
        } catch (io.holdfast.engine.dsl.form.InvalidInputException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    private NewRun newRun(
            RunnableApp app,
            StartRunRequest request,
            Map<String, @Nullable Object> inputs,
            Optional<ConversationThread> thread) {
        Instant now = clock.instant();
        AppMode mode = app.definition().mode();
        boolean chatLike = mode != AppMode.WORKFLOW;
        UUID conversation =
                mode.isConversational()
                        ? thread.map(ConversationThread::id).orElseGet(ids::next)
                        : null;
        RunStart start =
                new RunStart(
                        request.runId() == null ? ids.next() : request.runId(),
                        ids.next(),
                        app.tenantId(),
                        app.appId(),
                        app.workflowId(),
                        mode.wireName(),
                        request.user(),
                        endUserId(app.appId(), request.user()),
                        inputs,
                        chatLike ? request.query() : null,
                        request.files(),
                        conversation,
                        chatLike ? ids.next() : null,
                        thread.map(ConversationThread::answeredTurns).orElse(0) + 1,
                        app.environment(),
                        conversationVariables(app, thread),
                        now.getEpochSecond());
        boolean opens = conversation != null && thread.isEmpty();
        return new NewRun(start, opens ? opening(app, start) : null, now);
    }

    /** One id for each user of an app, the same for ever, without a table to look it up in. */
    private static UUID endUserId(UUID appId, String user) {
        return UUID.nameUUIDFromBytes((appId + "/" + user).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, @Nullable Object> conversationVariables(
            RunnableApp app, Optional<ConversationThread> thread) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (app.definition().mode() == AppMode.ADVANCED_CHAT) {
            Map<String, @Nullable Object> stored =
                    thread.map(ConversationThread::variables).orElse(Map.of());
            app.definition()
                    .workflow()
                    .conversationVariables()
                    .forEach(variable ->
                            values.put(
                                    variable.name(),
                                    stored.containsKey(variable.name())
                                            ? stored.get(variable.name())
                                            : variable.value()));
        }
        return values;
    }

    private static NewRun.NewConversation opening(RunnableApp app, RunStart start) {
        String query = Optional.ofNullable(start.query()).orElse("");
        int length = query.codePointCount(0, query.length());
        String name =
                length > NAME_LENGTH
                        ? query.substring(0, query.offsetByCodePoints(0, NAME_LENGTH)) + "…"
                        : query;
        return new NewRun.NewConversation(name, introduction(app, start));
    }

    /** The opening statement with the inputs filled in (dsl.md 5.6). */
    private static String introduction(RunnableApp app, RunStart start) {
        Object statement = app.definition().body().features().get("opening_statement");
        String text = statement instanceof String written ? written : "";
        for (Map.Entry<String, @Nullable Object> input : start.inputs().entrySet()) {
            String value = input.getValue() == null ? "" : String.valueOf(input.getValue());
            text = text.replace("{{" + input.getKey() + "}}", value);
        }
        return text;
    }
}
