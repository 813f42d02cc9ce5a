package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunStatus;
import io.holdfast.contracts.run.RunView;
import io.holdfast.engine.app.journal.StoredJournal;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.engine.run.RunLimits;
import io.holdfast.engine.run.RunMachine;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Follows a run by its journal: one that has ended, or one that another engine drives, or nobody
 * while it is paused. What is read is folded as its own engine folds it, so the events have the
 * same numbers.
 */
@ApplicationScoped
class RunTail {

    private final RunnableApps apps;
    private final RunStore store;
    private final StoredJournal journal;
    private final RunConfig config;

    RunTail(RunnableApps apps, RunStore store, StoredJournal journal, RunConfig config) {
        this.apps = apps;
        this.store = store;
        this.journal = journal;
        this.config = config;
    }

    Multi<RunEventEnvelope> follow(RunHandle run, long after) {
        return apps.findForResume(run.appId(), run.workflowId())
                .onItem()
                .transformToMulti(app -> new Reading(run.runId(), app).events())
                .select()
                .where(envelope -> envelope.seq() > after);
    }

    /** One follower's way through a journal. */
    private final class Reading {
        private final UUID runId;
        private final RunnableApp app;
        private final RunMachine machine;
        private int read;
        private boolean over;

        Reading(UUID runId, RunnableApp app) {
            this.runId = runId;
            this.app = app;
            this.machine = new RunMachine(app.program(), RunLimits.DEFAULT);
        }

        Multi<RunEventEnvelope> events() {
            return Multi.createBy()
                    .repeating()
                    .uni(this::next)
                    .until(events -> over && events.isEmpty())
                    .onItem()
                    .disjoint();
        }

        /** What came since the last look; waits a little when that was nothing. */
        private Uni<List<RunEventEnvelope>> next() {
            if (machine.status().isTerminal()) {
                over = true;
                return Uni.createFrom().item(List.of());
            }
            Uni<List<JournalEvent>> facts = journal.read(runId, read, app.environment());
            return facts.chain(
                    found -> found.isEmpty() ? nothingNew() : Uni.createFrom().item(fold(found)));
        }

        private Uni<List<RunEventEnvelope>> nothingNew() {
            Uni<List<RunEventEnvelope>> none = Uni.createFrom().item(List.of());
            return machine.status() == RunStatus.PAUSED
                    ? store.find(runId).chain(run -> rests(run) ? end(none) : later(none))
                    : later(none);
        }

        /** A run may have been woken that has not written anything yet. */
        private static boolean rests(Optional<RunView> run) {
            return run.map(RunView::status).filter(RunStatus.PAUSED::equals).isPresent();
        }

        private Uni<List<RunEventEnvelope>> end(Uni<List<RunEventEnvelope>> none) {
            over = true;
            return none;
        }

        private Uni<List<RunEventEnvelope>> later(Uni<List<RunEventEnvelope>> none) {
            return none.onItem().delayIt().by(config.tailInterval());
        }

        private List<RunEventEnvelope> fold(List<JournalEvent> facts) {
            read += facts.size();
            List<RunEventEnvelope> events = new ArrayList<>();
            facts.forEach(fact -> events.addAll(machine.replay(fact)));
            return events;
        }
    }
}
