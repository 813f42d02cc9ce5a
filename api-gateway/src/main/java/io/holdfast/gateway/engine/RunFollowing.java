package io.holdfast.gateway.engine;

import io.holdfast.contracts.run.RunEventEnvelope;
import io.holdfast.contracts.run.StartRunRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One run followed to its end over as many connections as it takes. Whoever reads notices nothing:
 * each connection goes on after the last event that was passed on.
 */
final class RunFollowing {

    private static final Logger LOGGER = Logger.getLogger(RunFollowing.class);

    private final RunConnector connector;
    private final StartRunRequest request;
    private final RunPosition position;
    private final Patience patience;

    RunFollowing(
            RunConnector connector,
            StartRunRequest request,
            RunPosition position,
            Patience patience) {
        this.connector = connector;
        this.request = request;
        this.position = position;
        this.patience = patience;
    }

    Multi<RunEventEnvelope> events(Multi<RunEventEnvelope> first) {
        var unused = new AtomicReference<@Nullable Multi<RunEventEnvelope>>(first);
        return Multi.createFrom()
                .deferred(() -> connection(unused.getAndSet(null)))
                .onFailure(RunFollowing::mayBeOver)
                .retry()
                .when(faults -> faults.onItem().transformToUniAndConcatenate(this::pause));
    }

    private Multi<RunEventEnvelope> connection(@Nullable Multi<RunEventEnvelope> opened) {
        Multi<RunEventEnvelope> events =
                (opened != null ? Uni.createFrom().item(opened) : reopen())
                        .invoke(connected -> patience.connected())
                        .onItem()
                        .transformToMulti(connected -> connected);
        return events.select()
                .first(event -> !position.isFinished())
                .filter(position::advance)
                .invoke(event -> patience.progress())
                .onCompletion()
                .switchTo(this::endedWell);
    }

    /** Before the first event nobody knows whether there is a run; starting it again tells. */
    private Uni<Multi<RunEventEnvelope>> reopen() {
        return position.isKnown()
                ? connector.resume(position.runId(), position.last())
                : connector.start(request);
    }

    private Multi<RunEventEnvelope> endedWell() {
        return position.isFinished()
                ? Multi.createFrom().empty()
                : Multi.createFrom()
                        .failure(new BrokenStreamException("The stream ended before the run"));
    }

    private static boolean mayBeOver(Throwable fault) {
        return fault instanceof BrokenStreamException || RunConnector.isReplicasFault(fault);
    }

    private Uni<Long> pause(Throwable fault) {
        Duration pause = patience.pause().orElse(null);
        if (pause == null) {
            return Uni.createFrom().failure(fault);
        }
        LOGGER.warnf(
                "Following run %s was interrupted after event %d, trying again in %d ms: %s",
                request.runId(), position.last(), pause.toMillis(), fault.getMessage());
        return onThisLoop(pause);
    }

    /** A timer of the loop that we are on, so that the reader stays there too. */
    private static Uni<Long> onThisLoop(Duration pause) {
        Vertx vertx = Objects.requireNonNull(Vertx.currentContext(), "an event loop").owner();
        return Uni.createFrom()
                .emitter(emitter -> {
                    long timer = vertx.setTimer(pause.toMillis(), emitter::complete);
                    emitter.onTermination(() -> vertx.cancelTimer(timer));
                });
    }
}
