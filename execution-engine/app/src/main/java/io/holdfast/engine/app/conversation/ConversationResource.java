package io.holdfast.engine.app.conversation;

import io.holdfast.contracts.conversation.ConversationView;
import io.holdfast.contracts.conversation.CursorPage;
import io.holdfast.contracts.conversation.MessageView;
import io.holdfast.engine.app.refusal.InvalidInputException;
import io.holdfast.engine.app.refusal.NotFoundException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations and messages for the other services. */
@Path("/internal/v1/apps/{appId}")
public class ConversationResource {

    private final ConversationStore store;

    public ConversationResource(ConversationStore store) {
        this.store = store;
    }

    /** A page of a user's conversations. */
    @GET
    @Path("/conversations")
    public Uni<CursorPage<ConversationView>> conversations(
            @PathParam("appId") UUID appId,
            @QueryParam("user") String user,
            @QueryParam("lastId") @Nullable UUID lastId,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("sortBy") @DefaultValue("-updated_at") String sortBy) {
        ConversationOrder order =
                ConversationOrder.of(sortBy)
                        .orElseThrow(() -> new InvalidInputException("unknown order: " + sortBy));
        Uni<CursorPage<ConversationView>> page =
                store.conversations(appId, user, lastId, limit, order);
        if (lastId == null) {
            return page;
        }
        return store.thread(appId, user, lastId)
                .map(last -> last.orElseThrow(NotFoundException::lastConversation))
                .chain(() -> page);
    }

    /** A page of a conversation's messages. */
    @GET
    @Path("/messages")
    public Uni<CursorPage<MessageView>> messages(
            @PathParam("appId") UUID appId,
            @QueryParam("user") String user,
            @QueryParam("conversationId") UUID conversationId,
            @QueryParam("firstId") @Nullable UUID firstId,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return store.thread(appId, user, conversationId)
                .map(thread -> thread.orElseThrow(NotFoundException::conversation))
                .chain(() -> requireMessage(conversationId, firstId))
                .chain(() -> store.messages(conversationId, firstId, limit));
    }

    private Uni<Void> requireMessage(UUID conversationId, @Nullable UUID firstId) {
        if (firstId == null) {
            return Uni.createFrom().voidItem();
        }
        return store.hasMessage(conversationId, firstId)
                .invoke(known -> {
                    if (!known) {
                        throw NotFoundException.firstMessage();
                    }
                })
                .replaceWithVoid();
    }
}
