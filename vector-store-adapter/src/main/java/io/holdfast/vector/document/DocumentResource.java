package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.BatchProgress;
import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.contracts.knowledge.CreatedDocument;
import io.holdfast.contracts.knowledge.DocumentPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Documents for the other services. */
@Path("/internal/v1/datasets/{datasetId}/documents")
@RunOnVirtualThread
public class DocumentResource {

    private final Documents documents;
    private final DocumentIntake intake;

    DocumentResource(Documents documents, DocumentIntake intake) {
        this.documents = documents;
        this.intake = intake;
    }

    @POST
    public CreatedDocument create(
            @RestQuery @NotNull UUID tenantId,
            @RestPath UUID datasetId,
            @NotNull CreateDocumentRequest request) {
        return intake.take(tenantId, datasetId, request);
    }

    @GET
    public DocumentPage page(
            @RestQuery @NotNull UUID tenantId,
            @RestPath UUID datasetId,
            @RestQuery @DefaultValue("1") @Min(1) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @RestQuery @DefaultValue("") String keyword) {
        return documents.page(tenantId, datasetId, page, limit, keyword);
    }

    @GET
    @Path("{batch}/indexing-status")
    public BatchProgress progress(
            @RestQuery @NotNull UUID tenantId, @RestPath UUID datasetId, @RestPath String batch) {
        return documents.progress(tenantId, datasetId, batch);
    }

    @DELETE
    @Path("{documentId}")
    public void delete(
            @RestQuery @NotNull UUID tenantId,
            @RestPath UUID datasetId,
            @RestPath UUID documentId) {
        documents.delete(tenantId, datasetId, documentId);
    }
}
