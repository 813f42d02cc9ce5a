package io.holdfast.engine.app.annotation;

import io.holdfast.contracts.annotation.AnnotationPage;
import io.holdfast.contracts.annotation.AnnotationText;
import io.holdfast.contracts.annotation.AnnotationView;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Annotations for the other services. */
@Path("/internal/v1/apps/{appId}/annotations")
public class AnnotationResource {

    private final AnnotationStore store;
    private final EmbeddingClaimer claimer;

    AnnotationResource(AnnotationStore store, EmbeddingClaimer claimer) {
        this.store = store;
        this.claimer = claimer;
    }

    /** A page of an app's annotations. */
    @GET
    public Uni<AnnotationPage> page(
            @PathParam("appId") UUID appId,
            @QueryParam("page") @DefaultValue("1") @Min(1) @Max(99_999) int page,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("keyword") @DefaultValue("") String keyword) {
        return store.page(appId, page, limit, keyword);
    }

    /** Adds an annotation. */
    @POST
    public Uni<AnnotationView> create(
            @PathParam("appId") UUID appId, @NotNull AnnotationText text) {
        return store.create(appId, text).invoke(claimer::wake);
    }

    /** Changes an annotation. */
    @PUT
    @Path("/{id}")
    public Uni<AnnotationView> update(
            @PathParam("appId") UUID appId,
            @PathParam("id") UUID id,
            @NotNull AnnotationText text) {
        return store.update(appId, id, text).invoke(claimer::wake);
    }

    /** Removes an annotation. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@PathParam("appId") UUID appId, @PathParam("id") UUID id) {
        return store.delete(appId, id);
    }
}
