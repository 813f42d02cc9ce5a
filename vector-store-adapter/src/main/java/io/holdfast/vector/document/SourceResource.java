package io.holdfast.vector.document;

import io.holdfast.contracts.knowledge.DocumentSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where jobs get a document's text. */
@Path("/internal/v1/documents/{documentId}/source")
@RunOnVirtualThread
public class SourceResource {

    private final Documents documents;

    SourceResource(Documents documents) {
        this.documents = documents;
    }

    @GET
    public DocumentSource source(
            @RestQuery @NotNull UUID tenantId,
            @RestPath UUID documentId,
            @RestQuery long revision) {
        return documents.source(tenantId, documentId, revision);
    }
}
