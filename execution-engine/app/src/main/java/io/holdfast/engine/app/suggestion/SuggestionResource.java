package io.holdfast.engine.app.suggestion;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** Suggestions for the other services. */
@Path("/internal/v1/apps/{appId}/messages/{messageId}/suggested")
public class SuggestionResource {

    private final Suggestions suggestions;

    SuggestionResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** What the user may ask after an answer. */
    @GET
    public Uni<List<String>> suggested(
            @PathParam("appId") UUID appId,
            @PathParam("messageId") UUID messageId,
            @QueryParam("user") String user) {
        return suggestions.after(appId, user, messageId);
    }
}
