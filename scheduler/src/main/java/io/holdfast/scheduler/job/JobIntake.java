package io.holdfast.scheduler.job;

import io.holdfast.contracts.event.EventEnvelope;
import io.holdfast.contracts.event.Topics;
import io.holdfast.contracts.knowledge.DocumentQueued;
import io.holdfast.contracts.knowledge.JobProgress;
import io.holdfast.platform.event.Events;
import io.holdfast.platform.inbox.EventIntake;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes a job of each document that was queued. */
@ApplicationScoped
@RegisterForReflection(targets = {DocumentQueued.class, JobProgress.class})
class JobIntake {

    private static final String CONSUMER = "indexing";

    private final EventIntake intake;
    private final Events events;
    private final JobStore jobs;
    private final JobClaimer claimer;

    JobIntake(EventIntake intake, Events events, JobStore jobs, JobClaimer claimer) {
        this.intake = intake;
        this.events = events;
        this.jobs = jobs;
        this.claimer = claimer;
    }

    @Incoming("document-events")
    Uni<Void> consume(String event) {
        return intake.take(CONSUMER, Topics.DOCUMENT_EVENTS, event, this::queue)
                .invoke(claimer::wake);
    }

    private Uni<Void> queue(SqlConnection transaction, EventEnvelope event) {
        return event.type().equals(DocumentQueued.EVENT_TYPE)
                ? jobs.queue(
                        transaction,
                        events.payload(event, DocumentQueued.class),
                        event.traceparent())
                : Uni.createFrom().voidItem();
    }
}
