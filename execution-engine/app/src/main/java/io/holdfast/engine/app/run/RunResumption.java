package io.holdfast.engine.app.run;

import io.holdfast.engine.app.form.FormStore;
import io.holdfast.engine.app.form.StepAnswer;
import io.holdfast.engine.app.journal.StoredJournal;
import io.holdfast.engine.run.JournalEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Goes on with runs from their journals. One that cannot be read now is tried again, ever less
 * often: the reason may be gone with the next release.
 */
@ApplicationScoped
class RunResumption {

    private static final Logger LOGGER = Logger.getLogger(RunResumption.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RunnableApps apps;
    private final StoredJournal journal;
    private final FormStore forms;
    private final RunStore store;
    private final RunEngine engine;
    private final Clock clock;
    private final Map<UUID, Attempt> attempts = new ConcurrentHashMap<>();

    RunResumption(
            RunnableApps apps,
            StoredJournal journal,
            FormStore forms,
            RunStore store,
            RunEngine engine,
            Clock clock) {
        this.apps = apps;
        this.journal = journal;
        this.forms = forms;
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /** A try that is going on, or a failed one and when the next is due. */
    private record Attempt(Duration pause, Instant due) {}

    /** Goes on with a run, unless that is tried already or was tried a moment ago. */
    void resume(RunStore.OpenRun run) {
        UUID runId = run.key().runId();
        Instant now = clock.instant();
        Attempt last = attempts.get(runId);
        if (last != null && now.isBefore(last.due())) {
            return;
        }
        Duration pause = last == null ? Duration.ofSeconds(2) : longer(last.pause());
        attempts.put(runId, new Attempt(pause, now.plus(LONGEST_PAUSE)));
        read(run)
                .subscribe()
                .with(
                        _ -> attempts.remove(runId),
                        failure -> {
                            LOGGER.errorf(failure, "Run %s cannot go on for now", runId);
                            attempts.put(runId, new Attempt(pause, clock.instant().plus(pause)));
                        });
    }

    private Uni<Void> read(RunStore.OpenRun run) {
        UUID runId = run.key().runId();
        return apps.findForResume(run.appId(), run.workflowId())
                .chain(app ->
                        journal.read(runId, 0, app.environment())
                                .chain(facts ->
                                        forms.answers(runId)
                                                .chain(answers ->
                                                        resume(app, run, facts, answers))));
    }

    private Uni<Void> resume(
            RunnableApp app,
            RunStore.OpenRun run,
            List<JournalEvent> facts,
            List<StepAnswer> answers) {
        if (engine.resume(app.program(), run, facts, answers)) {
            LOGGER.infof(
                    "Run %s goes on here after %d facts, epoch %d",
                    run.key().runId(), facts.size(), run.key().epoch());
            return Uni.createFrom().voidItem();
        }
        return forms.discard(answers.stream().map(StepAnswer::formId).toList())
                .chain(() -> store.rest(run.key()));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
