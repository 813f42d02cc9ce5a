package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Searches of several datasets for the other services. */
@Path("/internal/v1/retrieve")
@RunOnVirtualThread
public class MultiRetrievalResource {

    private final Retrieval retrieval;

    MultiRetrievalResource(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    @POST
    public RetrieveResponse several(
            @RestQuery @NotNull UUID tenantId, @NotNull MultiRetrieveRequest request) {
        return retrieval.several(tenantId, request);
    }
}
