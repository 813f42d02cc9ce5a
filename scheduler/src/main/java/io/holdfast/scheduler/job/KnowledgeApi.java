package io.holdfast.scheduler.job;

import io.holdfast.contracts.knowledge.DocumentSource;
import io.holdfast.contracts.knowledge.SegmentReceipt;
import io.holdfast.contracts.knowledge.SegmentUpload;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of vector-store-adapter that jobs use. */
@Path("/internal/v1/documents/{documentId}")
interface KnowledgeApi {

    @GET
    @Path("source")
    Uni<DocumentSource> source(
            @RestPath UUID documentId, @RestQuery UUID tenantId, @RestQuery long revision);

    @POST
    @Path("segments")
    Uni<SegmentReceipt> store(
            @RestPath UUID documentId, @RestQuery UUID tenantId, SegmentUpload upload);
}
