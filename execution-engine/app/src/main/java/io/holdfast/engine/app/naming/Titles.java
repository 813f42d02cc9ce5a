package io.holdfast.engine.app.naming;

import io.holdfast.engine.app.catalog.AppVersions;
import io.holdfast.engine.app.run.RunEnded;
import io.holdfast.engine.app.step.CutOffException;
import io.holdfast.engine.app.step.StepCall;
import io.holdfast.engine.app.step.StepException;
import io.holdfast.engine.app.step.StepHandler;
import io.holdfast.engine.appmodel.AppModel;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.naming.ConversationTitle;
import io.holdfast.engine.node.llm.ModelChoice;
import io.holdfast.engine.node.llm.ModelReply;
import io.holdfast.engine.node.llm.ModelRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has a model find the title of a conversation once its first run has ended. Nobody waits for it: a
 * model that fails, or an engine that has too much to do, leaves the beginning of the query. An
 * engine that dies meanwhile leaves it to the next turns.
 */
@ApplicationScoped
class Titles {

    private static final Logger LOGGER = Logger.getLogger(Titles.class);
    private static final Duration DATABASE = Duration.ofSeconds(10);
    private static final int WAITING = 500;

    /** Later turns do not make up for what was missed. */
    private static final int TURNS = 3;

    private final AppVersions versions;
    private final TitleStore store;
    private final StepHandler<ModelReply, ModelRequest> models;
    private final TitleConfig config;
    private final ExecutorService executor;

    Titles(
            AppVersions versions,
            TitleStore store,
            StepHandler<ModelReply, ModelRequest> models,
            TitleConfig config) {
        this.versions = versions;
        this.store = store;
        this.models = models;
        this.config = config;
        this.executor =
                new ThreadPoolExecutor(
                        config.concurrency(),
                        config.concurrency(),
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING),
                        Thread.ofVirtual().name("title-", 0).factory());
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    void ended(@Observes RunEnded event) {
        RunStart run = event.start();
        UUID conversation = run.conversationId();
        String query = run.query();
        boolean titled = config.enabled() && run.dialogueCount() <= TURNS;
        if (!titled || conversation == null || query == null) {
            return;
        }
        boolean refused = event.end().isEarly();
        try {
            executor.execute(() -> name(run, conversation, query, refused));
        } catch (RejectedExecutionException _) {
            LOGGER.debug("Too many conversations wait for their titles");
        }
    }

    /** What was answered without the app's model is not shown to it either. */
    private void name(RunStart run, UUID conversation, String query, boolean refused) {
        try {
            if (store.isDue(conversation)) {
                Optional<String> title = refused ? Optional.empty() : title(run, query);
                store.name(
                        conversation,
                        title.orElseGet(() -> ConversationTitle.fallback(query)).replace("\0", ""));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.warnf("Conversation %s keeps its first name: %s", conversation, e.getMessage());
        }
    }

    private Optional<String> title(RunStart run, String query) throws InterruptedException {
        Optional<ModelChoice> model =
                AppModel.of(
                        versions.findForResume(run.appId(), run.workflowId())
                                .await()
                                .atMost(DATABASE)
                                .definition());
        if (model.isEmpty()) {
            return Optional.empty();
        }
        try {
            ModelRequest request = ConversationTitle.request(model.get(), query);
            String callId = run.runId() + "/title";
            ModelReply reply =
                    models.handle(new StepCall<>(request, run, callId, 1, (output, piece) -> {}));
            return ConversationTitle.read(reply.text());
        } catch (StepException | CutOffException e) {
            LOGGER.warnf("No title is found: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
