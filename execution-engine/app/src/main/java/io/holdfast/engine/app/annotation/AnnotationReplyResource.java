package io.holdfast.engine.app.annotation;

import io.holdfast.contracts.annotation.AnnotationJobView;
import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Switches annotations on and off for the other services. */
@Path("/internal/v1/apps/{appId}/annotation-reply")
public class AnnotationReplyResource {

    private final AnnotationSwitch reply;
    private final EmbeddingClaimer claimer;

    AnnotationReplyResource(AnnotationSwitch reply, EmbeddingClaimer claimer) {
        this.reply = reply;
        this.claimer = claimer;
    }

    /** Begins to switch on. */
    @POST
    @Path("/enable")
    public Uni<AnnotationJobView> enable(
            @PathParam("appId") UUID appId, @NotNull AnnotationReplySetting setting) {
        return reply.enable(appId, setting).invoke(claimer::wake);
    }

    /** Switches off. */
    @POST
    @Path("/disable")
    public Uni<AnnotationJobView> disable(@PathParam("appId") UUID appId) {
        return reply.disable(appId);
    }

    /** How far it is. */
    @GET
    @Path("/{action}/jobs/{jobId}")
    public Uni<AnnotationJobView> job(
            @PathParam("appId") UUID appId,
            @PathParam("action") String action,
            @PathParam("jobId") UUID jobId) {
        return reply.job(appId, action, jobId);
    }
}
