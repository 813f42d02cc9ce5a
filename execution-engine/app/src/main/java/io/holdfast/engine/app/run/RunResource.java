package io.holdfast.engine.app.run;

import io.holdfast.contracts.run.RunView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs for the other services. */
@Path("/internal/v1")
public class RunResource {

    private final RunService runs;

    RunResource(RunService runs) {
        this.runs = runs;
    }

    /** Shows a run. */
    @GET
    @Path("/runs/{runId}")
    public Uni<RunView> view(@PathParam("runId") UUID runId) {
        return runs.view(runId);
    }

    /** Stops a run. */
    @POST
    @Path("/tasks/{taskId}/stop")
    public Uni<Void> stop(
            @PathParam("taskId") UUID taskId,
            @QueryParam("appId") @Nullable UUID appId,
            @QueryParam("user") @Nullable String user) {
        return runs.stop(taskId, appId, user);
    }
}
