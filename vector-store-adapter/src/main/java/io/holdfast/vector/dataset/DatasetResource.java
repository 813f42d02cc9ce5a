package io.holdfast.vector.dataset;

import io.holdfast.contracts.knowledge.CreateDatasetRequest;
import io.holdfast.contracts.knowledge.DatasetPage;
import io.holdfast.contracts.knowledge.DatasetView;
import io.smallrye.mutiny.Uni;
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

/** Datasets for the other services. */
@Path("/internal/v1/datasets")
public class DatasetResource {

    private final Datasets datasets;

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    @POST
    public Uni<DatasetView> create(
            @RestQuery @NotNull UUID tenantId, @NotNull CreateDatasetRequest request) {
        return datasets.create(tenantId, request);
    }

    @GET
    public Uni<DatasetPage> page(
            @RestQuery @NotNull UUID tenantId,
            @RestQuery @DefaultValue("1") @Min(1) int page,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @RestQuery @DefaultValue("") String keyword) {
        return datasets.page(tenantId, page, limit, keyword);
    }

    @GET
    @Path("{datasetId}")
    public Uni<DatasetView> get(@RestQuery @NotNull UUID tenantId, @RestPath UUID datasetId) {
        return datasets.get(tenantId, datasetId);
    }

    @DELETE
    @Path("{datasetId}")
    public Uni<Void> delete(@RestQuery @NotNull UUID tenantId, @RestPath UUID datasetId) {
        return datasets.delete(tenantId, datasetId);
    }
}
