package io.holdfast.engine.app.run;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.run.StartRunRequest;
import io.holdfast.contracts.trigger.RunRequested;
import io.holdfast.platform.error.HoldfastException;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.inbox.EventIntake;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Starts the runs that triggers ask for. The id of a request is that of its run, so one that comes
 * twice makes one run; one that comes when engines are full waits.
 */
@ApplicationScoped
@RegisterForReflection(targets = RunRequested.class)
class RunRequestIntake {

    private static final String CONSUMER = "runs";
    private static final int TOO_BUSY = 503;

    /** Who starts a run that no user has started. */
    private static final String USER = "trigger";

    private final EventIntake intake;
    private final Events events;
    private final RunService runs;

    RunRequestIntake(EventIntake intake, Events events, RunService runs) {
        this.intake = intake;
        this.events = events;
        this.runs = runs;
    }

    @Incoming("run-requests")
    Uni<Void> consume(String event) {
        return intake.takeRepeatable(
                CONSUMER, Topics.RUN_REQUESTS, event, this::start, RunRequestIntake::isTooBusy);
    }

    @SuppressWarnings("NullAway") // a record's constructor loses its parameters' annotations
    private Uni<Void> start(EventEnvelope event) {
        if (!event.type().equals(RunRequested.EVENT_TYPE)) {
            return Uni.createFrom().voidItem();
        }
        RunRequested asked = events.payload(event, RunRequested.class);
        StartRunRequest request =
                new StartRunRequest(
                        event.id(),
                        event.tenantId(),
                        asked.appId(),
                        null,
                        USER,
                        asked.inputs(),
                        null,
                        List.of(),
                        null,
                        false,
                        List.of(),
                        asked.nodeId());
        return runs.start(request, event.traceparent()).replaceWithVoid();
    }

    /** An engine that is full, or has no lease right now, will take the run later. */
    private static boolean isTooBusy(Throwable fault) {
        return fault instanceof HoldfastException refusal && refusal.status() == TOO_BUSY;
    }
}
