package io.holdfast.scheduler.timetable;

import io.holdfast.contracts.trigger.Schedule;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The part of execution-engine that the timetable uses. */
@Path("/internal/v1/triggers")
interface TriggersApi {

    /** The schedules of all apps. */
    @GET
    @Path("/schedules")
    Uni<List<Schedule>> schedules();
}
