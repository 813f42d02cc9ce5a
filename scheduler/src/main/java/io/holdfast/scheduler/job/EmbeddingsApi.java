package io.holdfast.scheduler.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** The part of model-service's OpenAI API that jobs use. */
@Path("/v1/embeddings")
interface EmbeddingsApi {

    @POST
    Uni<JsonNode> embed(
            @HeaderParam("X-Holdfast-Provider") @Nullable String provider, JsonNode request);
}
