package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunEvent;
import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.RunHandle;
import io.holdfast.contracts.run.RunView;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.engine.app.journal.LeaseLostException;
import io.holdfast.engine.app.journal.NewRun;
import io.holdfast.engine.app.journal.RunKey;
import io.holdfast.engine.app.refusal.AtCapacityException;
import io.holdfast.engine.app.refusal.NotFoundException;
import io.holdfast.engine.context.RunStart;
import io.holdfast.platform.lease.MemberLease;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Accepts runs, lets clients follow them from anywhere, and stops them. */
@ApplicationScoped
class RunService {

    private final RunnableApps apps;
    private final RunAcceptance acceptance;
    private final RunChecks checks;
    private final RunEngine engine;
    private final RunStore store;
    private final RunTail tail;
    private final MemberLease member;
    private final RunConfig config;

    RunService(
            RunnableApps apps,
            RunAcceptance acceptance,
            RunChecks checks,
            RunEngine engine,
            RunStore store,
            RunTail tail,
            MemberLease member,
            RunConfig config) {
        this.apps = apps;
        this.acceptance = acceptance;
        this.checks = checks;
        this.engine = engine;
        this.store = store;
        this.tail = tail;
        this.member = member;
        this.config = config;
    }

    /**
     * Accepts a run.
     *
     * @param traceparent the trace of who asks; null when nothing is traced
     * @return its events from the first; the item comes when the run is durable
     */
    Uni<Multi<RunEventEnvelope>> start(StartRunRequest request, @Nullable String traceparent) {
        UUID wanted = request.runId();
        if (wanted == null) {
            return accept(request, traceparent);
        }
        Optional<LiveRun> asked = engine.find(wanted);
        if (asked.isPresent()) {
            return Uni.createFrom().item(followed(asked.get(), 0));
        }
        return accept(request, traceparent)
                .onFailure(LeaseLostException.class)
                .recoverWithUni(refusal -> acceptedBefore(wanted, refusal));
    }

    /** Whoever asks again for a run that was accepted the first time gets that one. */
    private Uni<Multi<RunEventEnvelope>> acceptedBefore(UUID runId, Throwable refusal) {
        return store.find(runId)
                .chain(found ->
                        found.isPresent() ? follow(runId, 0) : Uni.createFrom().failure(refusal));
    }

    private Uni<Multi<RunEventEnvelope>> accept(
            StartRunRequest request, @Nullable String traceparent) {
        return Uni.createFrom()
                .item(this::requireCapacity)
                .chain(owner ->
                        apps.find(request.appId(), request.workflowId())
                                .chain(app -> accept(owner, app, request, traceparent)));
    }

    private Uni<Multi<RunEventEnvelope>> accept(
            String owner, RunnableApp app, StartRunRequest request, @Nullable String traceparent) {
        return acceptance
                .prepare(app, request)
                .chain(newRun -> checks.idle(app).map(newRun::without))
                .map(newRun -> newRun.tracedBy(traceparent))
                .chain(newRun -> Uni.createFrom().completionStage(() -> begin(owner, app, newRun)))
                .map(run -> followed(run, 0));
    }

    private CompletionStage<LiveRun> begin(String owner, RunnableApp app, NewRun newRun) {
        RunKey key = new RunKey(newRun.start().runId(), owner, 1);
        return engine.accept(app.program(), key, newRun);
    }

    private String requireCapacity() {
        if (engine.size() >= config.maxLive()) {
            throw new AtCapacityException("This engine drives all the runs that it can.");
        }
        return member.incarnation()
                .map(UUID::toString)
                .orElseThrow(
                        () -> new AtCapacityException("This engine cannot take runs right now."));
    }

    /**
     * The events of a run after a number, those to come included, whichever engine drives it.
     *
     * @return failed with {@link NotFoundException} when there is no such run
     */
    Uni<Multi<RunEventEnvelope>> follow(UUID runId, long after) {
        Optional<LiveRun> live = engine.find(runId);
        if (live.isPresent()) {
            return Uni.createFrom().item(followed(live.get(), after));
        }
        return view(runId).map(view -> withHandle(view.run(), tail.follow(view.run(), after)));
    }

    /** A run that this engine loses while it is followed is followed where it goes. */
    private Multi<RunEventEnvelope> followed(LiveRun run, long after) {
        RunHandle handle = handle(run.start());
        long[] seen = {after};
        Multi<RunEventEnvelope> here =
                Multi.createFrom()
                        .publisher(run.feed().after(after))
                        .invoke(envelope -> seen[0] = envelope.seq());
        return withHandle(
                handle, here.onFailure().recoverWithMulti(() -> tail.follow(handle, seen[0])));
    }

    private static Multi<RunEventEnvelope> withHandle(
            RunHandle handle, Multi<RunEventEnvelope> events) {
        RunEventEnvelope accepted =
                new RunEventEnvelope(0, handle.createdAt(), new RunEvent.Accepted(handle));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(accepted), events);
    }

    Uni<RunView> view(UUID runId) {
        return store.find(runId).map(found -> found.orElseThrow(NotFoundException::run));
    }

    /**
     * Stops a run if there is one; who asks does not learn whether there was (http-api.md 2.15).
     *
     * @param appId the app that it must be of; null for any
     * @param user the user whose it must be; null for anybody
     */
    Uni<Void> stop(UUID taskId, @Nullable UUID appId, @Nullable String user) {
        engine.findByTask(taskId)
                .filter(run -> appId == null || run.start().appId().equals(appId))
                .filter(run -> user == null || run.start().user().equals(user))
                .ifPresent(engine::stop);
        return store.requestStop(taskId, appId, user);
    }

    static RunHandle handle(RunStart start) {
        return new RunHandle(
                start.runId(),
                start.taskId(),
                start.tenantId(),
                start.appId(),
                start.appMode(),
                start.workflowId(),
                start.user(),
                start.endUserId(),
                start.conversationId(),
                start.messageId(),
                Instant.ofEpochSecond(start.acceptedAtEpochSecond()));
    }
}
