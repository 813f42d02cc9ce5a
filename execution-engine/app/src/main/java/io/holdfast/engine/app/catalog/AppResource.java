package io.holdfast.engine.app.catalog;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.app.AppEnvironment;
import io.holdfast.contracts.app.AppExport;
import io.holdfast.contracts.app.AppPage;
import io.holdfast.contracts.app.ImportAppRequest;
import io.holdfast.contracts.app.ImportAppResult;
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
import org.jspecify.annotations.Nullable;

/** Apps for the other services. */
@Path("/internal/v1/apps")
public class AppResource {

    private final AppCatalog catalog;
    private final AppImports imports;

    AppResource(AppCatalog catalog, AppImports imports) {
        this.catalog = catalog;
        this.imports = imports;
    }

    /** Imports a file; a refused one is an answer too and no error. */
    @POST
    @Path("/imports")
    public Uni<ImportAppResult> take(@NotNull ImportAppRequest request) {
        return imports.take(request);
    }

    /** Imports a file of a newer major version that waited for this. */
    @POST
    @Path("/imports/{id}/confirm")
    public Uni<ImportAppResult> confirm(
            @PathParam("id") UUID id, @QueryParam("tenantId") @NotNull UUID tenantId) {
        return imports.confirm(tenantId, id);
    }

    /** A page of a workspace's apps, newest first. */
    @GET
    public Uni<AppPage> list(
            @QueryParam("tenantId") @NotNull UUID tenantId,
            @QueryParam("page") @DefaultValue("1") @Min(1) @Max(99_999) int page,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("name") @Nullable String name) {
        return catalog.list(tenantId, page, limit, mode, name);
    }

    /** An app with what a client may know of its newest version. */
    @GET
    @Path("/{id}")
    public Uni<AppDetail> detail(@PathParam("id") UUID id) {
        return catalog.detail(id);
    }

    /** Deletes an app. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return catalog.delete(id);
    }

    /** An app's file. */
    @GET
    @Path("/{id}/export")
    public Uni<AppExport> export(
            @PathParam("id") UUID id,
            @QueryParam("includeSecret") @DefaultValue("false") boolean includeSecret) {
        return catalog.export(id, includeSecret);
    }

    /** Gives environment variables values that the file does not hold. */
    @PUT
    @Path("/{id}/environment")
    public Uni<AppDetail> setEnvironment(
            @PathParam("id") UUID id, @NotNull AppEnvironment environment) {
        return catalog.setEnvironment(id, environment.values());
    }
}
