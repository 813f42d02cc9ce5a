package io.holdfast.gateway.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.app.AppExport;
import io.holdfast.contracts.app.AppPage;
import io.holdfast.contracts.app.ImportAppRequest;
import io.holdfast.contracts.app.ImportAppResult;
import io.holdfast.contracts.conversation.ConversationView;
import io.holdfast.contracts.conversation.CursorPage;
import io.holdfast.contracts.conversation.MessageView;
import io.holdfast.contracts.form.FormView;
import io.holdfast.contracts.form.SubmitFormRequest;
import io.holdfast.contracts.run.RunView;
import io.holdfast.contracts.trigger.TriggerRequest;
import io.holdfast.contracts.trigger.Webhook;
import io.holdfast.gateway.remote.Clients;
import io.holdfast.gateway.remote.Exchange;
import io.holdfast.gateway.remote.Query;
import io.holdfast.gateway.remote.RemoteService;
import io.holdfast.platform.json.Json;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The engine's plain calls; refusals fail with the engine's problem. */
@Singleton
public class EngineApi {

    private static final String APPS = "/internal/v1/apps";
    private static final String TRIGGERS = "/internal/v1/triggers";
    private static final String FORMS = "/internal/v1/forms";

    private final RemoteService engine;

    EngineApi(Peers peers, Clients clients, Exchange exchange, ObjectMapper mapper) {
        this.engine =
                new RemoteService(
                        "The engine",
                        peers.of(PeerService.ENGINE),
                        clients.plain(),
                        exchange,
                        Json.plainValues(mapper));
    }

    public Uni<AppDetail> app(UUID appId) {
        return engine.get(APPS + "/" + appId, new TypeReference<>() {});
    }

    public Uni<AppPage> apps(
            UUID tenantId, int page, int limit, @Nullable String mode, @Nullable String name) {
        Query query =
                new Query(APPS)
                        .with("tenantId", tenantId)
                        .with("page", page)
                        .with("limit", limit)
                        .with("mode", mode)
                        .with("name", name);
        return engine.get(query.toString(), new TypeReference<>() {});
    }

    public Uni<ImportAppResult> importApp(ImportAppRequest request) {
        return engine.post(APPS + "/imports", request, new TypeReference<>() {});
    }

    public Uni<ImportAppResult> confirmImport(UUID tenantId, UUID importId) {
        Query query =
                new Query(APPS + "/imports/" + importId + "/confirm").with("tenantId", tenantId);
        return engine.post(query.toString(), new TypeReference<>() {});
    }

    public Uni<AppExport> export(UUID appId, boolean includeSecret) {
        Query query =
                new Query(APPS + "/" + appId + "/export").with("includeSecret", includeSecret);
        return engine.get(query.toString(), new TypeReference<>() {});
    }

    public Uni<Void> deleteApp(UUID appId) {
        return engine.delete(APPS + "/" + appId);
    }

    public Uni<RunView> run(UUID runId) {
        return engine.get("/internal/v1/runs/" + runId, new TypeReference<>() {});
    }

    /** A webhook by the end of its URL. */
    public Uni<Webhook> webhook(String id) {
        return engine.get(TRIGGERS + "/webhooks/" + id, new TypeReference<>() {});
    }

    /** The webhooks of an app. */
    public Uni<List<Webhook>> webhooks(UUID appId) {
        return engine.get(TRIGGERS + "/apps/" + appId + "/webhooks", new TypeReference<>() {});
    }

    /** Sees to it that a run begins; may be asked again with the same request. */
    public Uni<Void> requestRun(TriggerRequest request) {
        return engine.send(TRIGGERS + "/requests", request);
    }

    /** A form that a run of the app waits for. */
    public Uni<FormView> form(String token, UUID appId) {
        Query query = new Query(FORMS + "/" + token).with("appId", appId);
        return engine.get(query.toString(), new TypeReference<>() {});
    }

    /** Fills a form. */
    public Uni<Void> submitForm(String token, SubmitFormRequest request) {
        return engine.send(FORMS + "/" + token, request);
    }

    /**
     * Stops a task of an app; does nothing when there is none.
     *
     * @param user whose task it must be; null for anybody's
     */
    public Uni<Void> stop(UUID taskId, UUID appId, @Nullable String user) {
        return engine.post(
                new Query("/internal/v1/tasks/" + taskId + "/stop")
                        .with("appId", appId)
                        .with("user", user)
                        .toString());
    }

    /** What a user may ask after a message. */
    public Uni<List<String>> suggested(UUID appId, String user, UUID messageId) {
        Query query =
                new Query(APPS + "/" + appId + "/messages/" + messageId + "/suggested")
                        .with("user", user);
        return engine.get(query.toString(), new TypeReference<>() {});
    }

    /** The apps in whose messages a file is. */
    public Uni<List<UUID>> appsOfFile(UUID fileId) {
        return engine.get("/internal/v1/files/" + fileId + "/apps", new TypeReference<>() {});
    }

    public Uni<CursorPage<ConversationView>> conversations(
            UUID appId, String user, @Nullable UUID lastId, int limit, String sortBy) {
        Query query =
                new Query(APPS + "/" + appId + "/conversations")
                        .with("user", user)
                        .with("lastId", lastId)
                        .with("limit", limit)
                        .with("sortBy", sortBy);
        return engine.get(query.toString(), new TypeReference<>() {});
    }

    public Uni<CursorPage<MessageView>> messages(
            UUID appId, String user, UUID conversationId, @Nullable UUID firstId, int limit) {
        Query query =
                new Query(APPS + "/" + appId + "/messages")
                        .with("user", user)
                        .with("conversationId", conversationId)
                        .with("firstId", firstId)
                        .with("limit", limit);
        return engine.get(query.toString(), new TypeReference<>() {});
    }
}
