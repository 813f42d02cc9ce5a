package io.holdfast.gateway.annotation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.annotation.AnnotationJobView;
import io.holdfast.contracts.annotation.AnnotationPage;
import io.holdfast.contracts.annotation.AnnotationReplySetting;
import io.holdfast.contracts.annotation.AnnotationText;
import io.holdfast.contracts.annotation.AnnotationView;
import io.holdfast.gateway.http.Paging;
import io.holdfast.gateway.remote.Clients;
import io.holdfast.gateway.remote.Exchange;
import io.holdfast.gateway.remote.Query;
import io.holdfast.gateway.remote.RemoteService;
import io.holdfast.platform.json.Json;
import io.holdfast.platform.peer.PeerService;
import io.holdfast.platform.peer.Peers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The engine's annotations; refusals fail with the engine's problem. */
@Singleton
class AnnotationApi {

    private final RemoteService engine;

    AnnotationApi(Peers peers, Clients clients, Exchange exchange, ObjectMapper mapper) {
        this.engine =
                new RemoteService(
                        "The engine",
                        peers.of(PeerService.ENGINE),
                        clients.plain(),
                        exchange,
                        Json.plainValues(mapper));
    }

    Uni<AnnotationPage> page(UUID appId, Paging paging) {
        Query query =
                new Query(annotations(appId))
                        .with("page", paging.page())
                        .with("limit", paging.rows())
                        .with("keyword", paging.keyword());
        return engine.get(query.toString(), new TypeReference<>() {});
    }

    Uni<AnnotationView> create(UUID appId, AnnotationText text) {
        return engine.post(annotations(appId), text, new TypeReference<>() {});
    }

    Uni<AnnotationView> update(UUID appId, UUID id, AnnotationText text) {
        return engine.put(annotations(appId) + "/" + id, text, new TypeReference<>() {});
    }

    Uni<Void> delete(UUID appId, UUID id) {
        return engine.delete(annotations(appId) + "/" + id);
    }

    Uni<AnnotationJobView> enable(UUID appId, AnnotationReplySetting setting) {
        return engine.post(reply(appId) + "/enable", setting, new TypeReference<>() {});
    }

    Uni<AnnotationJobView> disable(UUID appId) {
        return engine.post(reply(appId) + "/disable", new TypeReference<>() {});
    }

    Uni<AnnotationJobView> job(UUID appId, String action, UUID jobId) {
        return engine.get(
                reply(appId) + "/" + Query.segment(action) + "/jobs/" + jobId,
                new TypeReference<>() {});
    }

    private static String annotations(UUID appId) {
        return "/internal/v1/apps/" + appId + "/annotations";
    }

    private static String reply(UUID appId) {
        return "/internal/v1/apps/" + appId + "/annotation-reply";
    }
}
