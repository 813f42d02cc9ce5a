package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.RetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Searches of one dataset for the other services. */
@Path("/internal/v1/datasets/{datasetId}/retrieve")
@RunOnVirtualThread
public class RetrievalResource {

    private final Retrieval retrieval;

    RetrievalResource(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    @POST
    public RetrieveResponse one(
            @RestQuery @NotNull UUID tenantId,
            @RestPath UUID datasetId,
            @NotNull RetrieveRequest request) {
        return retrieval.one(tenantId, datasetId, request);
    }
}
