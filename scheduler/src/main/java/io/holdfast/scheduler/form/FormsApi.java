package io.holdfast.scheduler.form;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The part of execution-engine that deadlines use. */
@Path("/internal/v1/forms")
interface FormsApi {

    /** Closes forms whose time is over, a batch at a time. */
    @POST
    @Path("/expire")
    Uni<Expired> expire();

    /** How many forms were closed. */
    record Expired(int forms) {}
}
