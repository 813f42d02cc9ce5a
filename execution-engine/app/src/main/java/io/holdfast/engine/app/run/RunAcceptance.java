package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.engine.app.conversation.ConversationStore;
import io.holdfast.engine.app.conversation.ConversationThread;
import io.holdfast.engine.app.file.RunFiles;
import io.holdfast.engine.app.journal.NewRun;
import io.holdfast.engine.app.refusal.InvalidInputException;
import io.holdfast.engine.app.refusal.NotFoundException;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.form.StartForm;
import io.holdfast.engine.file.FileInputs;
import io.holdfast.engine.file.FilePolicy;
import io.holdfast.engine.file.KnownFiles;
import io.holdfast.engine.graph.GraphNode;
import io.holdfast.engine.naming.ConversationTitle;
import io.holdfast.engine.value.Values;
import io.holdfast.platform.id.EndUserIds;
import io.holdfast.platform.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks what a client asks for and gives a run its identity. */
@ApplicationScoped
class RunAcceptance {

    /** As deep as JSON in texts may be, which other values of a run come from. */
    private static final int MAX_DEPTH = 200;

    private final ConversationStore conversations;
    private final RunFiles files;
    private final Ids ids;
    private final Clock clock;

    RunAcceptance(ConversationStore conversations, RunFiles files, Ids ids, Clock clock) {
        this.conversations = conversations;
        this.files = files;
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
        requireShallow(request.inputs());
        String trigger = request.trigger();
        if (trigger != null) {
            requireTrigger(app, trigger);
            return prepare(app, request, new Given(request.inputs(), List.of()));
        }
        requireNoTrigger(app);
        StartForm form = StartForm.of(app.definition());
        Map<String, @Nullable Object> inputs = valid(() -> form.validate(request.inputs()));
        return files.known(request.uploads(), FileInputs.remoteUrls(form, inputs, request.files()))
                .map(known -> given(app, form, request, inputs, known))
                .chain(given -> prepare(app, request, given));
    }

    // Whatever a run holds goes through the journal, which has a depth of its own.
    private static void requireShallow(Map<String, @Nullable Object> inputs) {
        if (Values.deeperThan(MAX_DEPTH, inputs)) {
            throw new InvalidInputException(
                    "inputs must not be nested more than " + MAX_DEPTH + " deep");
        }
    }

    private static void requireTrigger(RunnableApp app, String nodeId) {
        if (app.graph().find(nodeId).filter(RunAcceptance::isTrigger).isEmpty()) {
            throw new InvalidInputException("The app has no trigger " + nodeId);
        }
    }

    private static void requireNoTrigger(RunnableApp app) {
        if (isTrigger(app.graph().rootNode())) {
            throw new InvalidInputException(
                    "This workflow begins with a trigger: its schedule or its webhook starts it,"
                            + " not a call.");
        }
    }

    private static boolean isTrigger(GraphNode node) {
        return node.type().startsWith("trigger-");
    }

    /** What the caller gives a run, checked. */
    private record Given(
            Map<String, @Nullable Object> inputs, List<Map<String, @Nullable Object>> files) {}

    private static Given given(
            RunnableApp app,
            StartForm form,
            StartRunRequest request,
            Map<String, @Nullable Object> inputs,
            KnownFiles known) {
        FileInputs values = new FileInputs(known, app.definition().mode() == AppMode.WORKFLOW);
        FilePolicy policy = FilePolicy.ofFeature(app.definition().body().features());
        return valid(() ->
                new Given(values.inputs(form, inputs), values.files(request.files(), policy)));
    }

    private Uni<NewRun> prepare(RunnableApp app, StartRunRequest request, Given given) {
        AppMode mode = app.definition().mode();
        UUID wanted = mode.isConversational() ? request.conversationId() : null;
        if (wanted == null) {
            return Uni.createFrom().item(newRun(app, request, given, Optional.empty()));
        }
        return conversations
                .thread(app.appId(), request.user(), wanted)
                .invoke(thread -> refuseUnknown(mode, thread))
                .map(thread -> newRun(app, request, given, thread));
    }

    /** Chatflows begin a new conversation instead, basic chats do not (http-api.md 2.14). */
    private static void refuseUnknown(AppMode mode, Optional<ConversationThread> thread) {
        if (thread.isEmpty() && mode != AppMode.ADVANCED_CHAT) {
            throw NotFoundException.conversation();
        }
    }

    private static <T> T valid(Supplier<T> values) {
        try {
            return values.get();
        } catch (io.holdfast.engine.dsl.form.InvalidInputException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()));
        }
    }

    private NewRun newRun(
            RunnableApp app,
            StartRunRequest request,
            Given given,
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
                        EndUserIds.of(app.appId(), request.user()),
                        given.inputs(),
                        chatLike ? request.query() : null,
                        given.files(),
                        conversation,
                        chatLike ? ids.next() : null,
                        thread.map(ConversationThread::answeredTurns).orElse(0) + 1,
                        app.environment(),
                        conversationVariables(app, thread),
                        now.getEpochSecond(),
                        request.trigger());
        boolean opens = conversation != null && thread.isEmpty();
        return new NewRun(
                start, opens ? opening(app, start, request.autoGenerateName()) : null, now);
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

    private static NewRun.NewConversation opening(RunnableApp app, RunStart start, boolean titled) {
        String name = ConversationTitle.provisional(Optional.ofNullable(start.query()).orElse(""));
        return new NewRun.NewConversation(name, introduction(app, start), titled);
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
