package io.holdfast.engine.app.run;

import io.holdfast.engine.app.form.FormAnswered;
import io.holdfast.engine.app.form.FormStore;
import io.holdfast.engine.app.journal.LeaseLostException;
import io.holdfast.platform.lease.MemberLease;
import io.holdfast.platform.lease.MemberListener;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Goes on with runs whose engine is gone, and drops this engine's runs when it loses its lease. */
@ApplicationScoped
class RunTakeover implements MemberListener {

    private static final Logger LOGGER = Logger.getLogger(RunTakeover.class);
    private static final int BATCH = 50;

    private final MemberLease member;
    private final RunStore store;
    private final FormStore forms;
    private final RunResumption resumption;
    private final RunEngine engine;
    private final RunConfig config;
    private final Vertx vertx;
    private final AtomicBoolean looking = new AtomicBoolean();

    RunTakeover(
            MemberLease member,
            RunStore store,
            FormStore forms,
            RunResumption resumption,
            RunEngine engine,
            RunConfig config,
            Vertx vertx) {
        this.member = member;
        this.store = store;
        this.forms = forms;
        this.resumption = resumption;
        this.engine = engine;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        member.listen(this);
        vertx.setPeriodic(config.takeoverInterval().toMillis(), _ -> look());
    }

    /** Not to wait for the next look: somebody looks at the form and wants to see what follows. */
    void answered(@Observes FormAnswered event) {
        look();
    }

    @Override
    public void joined(UUID incarnation) {
        look();
    }

    @Override
    public void gone(List<UUID> incarnations) {
        look();
    }

    @Override
    public void lost(UUID incarnation) {
        engine.abandonAll(new LeaseLostException("the lease of this engine was taken"));
    }

    private void look() {
        if (member.isHeld() && looking.compareAndSet(false, true)) {
            String owner = member.incarnation().map(UUID::toString).orElse("");
            all(() -> store.claim(owner, BATCH))
                    .chain(() -> all(() -> store.wake(owner, BATCH)))
                    .chain(() -> store.openRunsOf(owner))
                    .invoke(runs -> runs.forEach(this::attend))
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(
                            _ -> {},
                            failure ->
                                    LOGGER.warnf(
                                            "Runs cannot be taken over: %s", failure.getMessage()));
        }
    }

    private static Uni<Void> all(Supplier<Uni<Integer>> batch) {
        return batch.get().chain(taken -> taken < BATCH ? Uni.createFrom().voidItem() : all(batch));
    }

    /**
     * A run that is this engine's is driven by it: also one that it claimed and could not go on
     * with, or one whose facts it could not write.
     */
    private void attend(RunStore.OpenRun run) {
        Optional<LiveRun> live = engine.find(run.key().runId());
        if (live.isEmpty()) {
            resumption.resume(run);
        } else {
            if (run.answered()) {
                fill(live.get());
            }
            if (run.stopRequested()) {
                engine.stop(live.get());
            }
        }
    }

    private void fill(LiveRun run) {
        forms.answers(run.key().runId())
                .subscribe()
                .with(
                        answers -> engine.fill(run, answers),
                        failure ->
                                LOGGER.warnf(
                                        "Answers to forms cannot be read: %s",
                                        failure.getMessage()));
    }
}
