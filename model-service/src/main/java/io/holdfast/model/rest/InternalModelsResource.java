package io.holdfast.model.rest;

import io.holdfast.contracts.model.ModelErrorType;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.contracts.model.ModelView;
import io.holdfast.model.failure.ModelFailure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the suite's other services ask about models. */
@Path("/internal/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class InternalModelsResource {

    private final ModelList models;

    InternalModelsResource(ModelList models) {
        this.models = models;
    }

    /** All routes; {@code *} for any provider or every name. */
    @GET
    public List<ModelView> list() {
        return models.all();
    }

    /** The model that is used where none is named; 404 {@code no_default_model} without one. */
    @GET
    @Path("/default")
    public ModelView byDefault(@QueryParam("type") @DefaultValue("llm") String type) {
        return models.defaultOf(type(type))
                .orElseThrow(() ->
                        ModelFailure.of(
                                ModelErrorType.MODEL_NOT_EXIST,
                                "no_default_model",
                                404,
                                "There is no default " + type + " model."));
    }

    @ServerExceptionMapper
    RestResponse<String> refused(ModelFailure failure) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(failure.status()),
                        ErrorBody.of(failure).toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static ModelType type(String name) {
        try {
            return ModelType.of(name);
        } catch (IllegalArgumentException unknown) {
            throw ModelFailure.badRequest("invalid_type", String.valueOf(unknown.getMessage()));
        }
    }
}
