package io.holdfast.gateway.knowledge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.knowledge.BatchProgress;
import io.holdfast.contracts.knowledge.CreateDatasetRequest;
import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.contracts.knowledge.CreatedDocument;
import io.holdfast.contracts.knowledge.DatasetPage;
import io.holdfast.contracts.knowledge.DatasetView;
import io.holdfast.contracts.knowledge.DocumentPage;
import io.holdfast.contracts.knowledge.RetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
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

/** vector-store-adapter's datasets, documents and searches. */
@Singleton
class KnowledgeApi {

    private static final String DATASETS = "/internal/v1/datasets";

    private final RemoteService vector;

    KnowledgeApi(Peers peers, Clients clients, Exchange exchange, ObjectMapper mapper) {
        this.vector =
                new RemoteService(
                        "The vector store adapter",
                        peers.of(PeerService.VECTOR),
                        clients.plain(),
                        exchange,
                        Json.plainValues(mapper));
    }

    Uni<DatasetView> createDataset(UUID tenantId, CreateDatasetRequest request) {
        return vector.post(at(tenantId, DATASETS).toString(), request, new TypeReference<>() {});
    }

    Uni<DatasetPage> datasets(UUID tenantId, int page, int limit, String keyword) {
        return vector.get(page(tenantId, DATASETS, page, limit, keyword), new TypeReference<>() {});
    }

    Uni<DatasetView> dataset(UUID tenantId, UUID datasetId) {
        return vector.get(
                at(tenantId, DATASETS + "/" + datasetId).toString(), new TypeReference<>() {});
    }

    Uni<Void> deleteDataset(UUID tenantId, UUID datasetId) {
        return vector.delete(at(tenantId, DATASETS + "/" + datasetId).toString());
    }

    Uni<CreatedDocument> createDocument(
            UUID tenantId, UUID datasetId, CreateDocumentRequest request) {
        return vector.post(
                at(tenantId, documents(datasetId)).toString(), request, new TypeReference<>() {});
    }

    Uni<DocumentPage> documents(
            UUID tenantId, UUID datasetId, int page, int limit, String keyword) {
        return vector.get(
                page(tenantId, documents(datasetId), page, limit, keyword),
                new TypeReference<>() {});
    }

    Uni<BatchProgress> progress(UUID tenantId, UUID datasetId, String batch) {
        String path = documents(datasetId) + "/" + Query.segment(batch) + "/indexing-status";
        return vector.get(at(tenantId, path).toString(), new TypeReference<>() {});
    }

    Uni<Void> deleteDocument(UUID tenantId, UUID datasetId, UUID documentId) {
        return vector.delete(at(tenantId, documents(datasetId) + "/" + documentId).toString());
    }

    Uni<RetrieveResponse> retrieve(UUID tenantId, UUID datasetId, RetrieveRequest request) {
        return vector.post(
                at(tenantId, DATASETS + "/" + datasetId + "/retrieve").toString(),
                request,
                new TypeReference<>() {});
    }

    private static String documents(UUID datasetId) {
        return DATASETS + "/" + datasetId + "/documents";
    }

    private static Query at(UUID tenantId, String path) {
        return new Query(path).with("tenantId", tenantId);
    }

    private static String page(UUID tenantId, String path, int page, int limit, String keyword) {
        return at(tenantId, path)
                .with("page", page)
                .with("limit", limit)
                .with("keyword", keyword)
                .toString();
    }
}
