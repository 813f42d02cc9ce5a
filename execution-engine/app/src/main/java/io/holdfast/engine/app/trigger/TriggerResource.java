package io.holdfast.engine.app.trigger;

import io.holdfast.contracts.trigger.Schedule;
import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.contracts.trigger.Webhook;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Triggers for the other services. */
@Path("/internal/v1/triggers")
public class TriggerResource {

    private final TriggerStore triggers;
    private final RunRequests requests;

    TriggerResource(TriggerStore triggers, RunRequests requests) {
        this.triggers = triggers;
        this.requests = requests;
    }

    /** All schedules, for who keeps the timetable. */
    @GET
    @Path("/schedules")
    public Uni<List<Schedule>> schedules() {
        return triggers.schedules();
    }

    /** A webhook by the end of its URL. */
    @GET
    @Path("/webhooks/{id}")
    public Uni<Webhook> webhook(@PathParam("id") String id) {
        return triggers.webhook(id).map(found -> found.orElseThrow(TriggerNotFoundException::new));
    }

    /** The webhooks of an app. */
    @GET
    @Path("/apps/{appId}/webhooks")
    public Uni<List<Webhook>> webhooks(@PathParam("appId") UUID appId) {
        return triggers.webhooks(appId);
    }

    /** Sees to it that a run begins. */
    @POST
    @Path("/requests")
    public Uni<Void> request(TriggerRequest request) {
        return requests.take(request);
    }
}
