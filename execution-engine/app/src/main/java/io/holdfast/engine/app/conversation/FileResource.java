package io.holdfast.engine.app.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Where files are used, for the service that hands them out. */
@Path("/internal/v1/files/{fileId}")
public class FileResource {

    private final ConversationStore store;

    public FileResource(ConversationStore store) {
        this.store = store;
    }

    /** The apps in whose messages a file is. */
    @GET
    @Path("/apps")
    public Uni<List<UUID>> apps(@PathParam("fileId") UUID fileId) {
        return store.appsOfFile(fileId);
    }
}
