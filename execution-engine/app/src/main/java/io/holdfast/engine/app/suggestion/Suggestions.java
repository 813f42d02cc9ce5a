package io.holdfast.engine.app.suggestion;

import io.holdfast.engine.app.catalog.AppVersions;
import io.holdfast.engine.app.catalog.PublishedApp;
import io.holdfast.engine.app.conversation.ConversationStore;
import io.holdfast.engine.app.conversation.OwnMessage;
import io.holdfast.engine.app.journal.StoredJournal;
import io.holdfast.engine.app.step.CutOffException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import io.holdfast.engine.suggestion.SuggestedQuestions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Has a model guess what a user may ask next. A model that fails suggests nothing. */
@ApplicationScoped
class Suggestions {

    private static final Logger LOGGER = Logger.getLogger(Suggestions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final UUID NONE = new UUID(0, 0);

    private final AppVersions versions;
    private final ConversationStore conversations;
    private final StoredJournal journal;
    private final StepHandler<ModelReply, ModelRequest> models;
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("suggest-", 0).factory());

    Suggestions(
            AppVersions versions,
            ConversationStore conversations,
            StoredJournal journal,
            StepHandler<ModelReply, ModelRequest> models) {
        this.versions = versions;
        this.conversations = conversations;
        this.journal = journal;
        this.models = models;
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /** Questions after a message; fails with {@link SuggestionRefusedException}. */
    Uni<List<String>> after(UUID appId, String user, UUID messageId) {
        return conversations
                .message(appId, user, messageId)
                .map(found -> found.orElseThrow(SuggestionRefusedException::noMessage))
                .chain(message -> versions.find(appId, null).chain(app -> after(app, message)));
    }

    private Uni<List<String>> after(PublishedApp app, OwnMessage message) {
        UUID conversation = message.conversationId();
        if (!SuggestedQuestions.isEnabled(app.definition()) || conversation == null) {
            throw SuggestionRefusedException.disabled();
        }
        SuggestedQuestions feature = SuggestedQuestions.of(app.definition()).orElse(null);
        if (feature == null) {
            return Uni.createFrom().item(List.of());
        }
        return conversations
                .history(conversation, NONE, SuggestedQuestions.TURNS)
                .map(turns ->
                        feature.request(
                                turns.stream()
                                        .map(turn ->
                                                new SuggestedQuestions.Turn(
                                                        turn.query(), turn.answer()))
                                        .toList()))
                .chain(request ->
                        journal.start(message.runId())
                                .chain(start ->
                                        start.map(run -> ask(run, request))
                                                .orElse(Uni.createFrom().item(List.of()))));
    }

    private Uni<List<String>> ask(RunStart run, ModelRequest request) {
        return Uni.createFrom()
                .<List<String>>emitter(emitter -> {
                    Future<?> asked =
                            executor.submit(() -> emitter.complete(questions(run, request)));
                    emitter.onTermination(() -> asked.cancel(true));
                })
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(List.of());
    }

    private List<String> questions(RunStart run, ModelRequest request) {
        try {
            String callId = run.runId() + "/suggested";
            ModelReply reply =
                    models.handle(new StepCall<>(request, run, callId, 1, (output, piece) -> {}));
            return SuggestedQuestions.read(reply.text());
        } catch (StepException | CutOffException e) {
            LOGGER.warnf("Nothing is suggested: %s", e.getMessage());
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
