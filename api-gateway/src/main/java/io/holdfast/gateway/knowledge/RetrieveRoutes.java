package io.holdfast.gateway.knowledge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.knowledge.RetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Searching a dataset (http-api.md 4.7). */
@Singleton
class RetrieveRoutes implements Routes {

    private static final String DATASET = "/v1/datasets/{dataset_id:uuid}";

    private final KnowledgeGate gate;
    private final KnowledgeApi knowledge;
    private final Values values;

    RetrieveRoutes(KnowledgeGate gate, KnowledgeApi knowledge, Values values) {
        this.gate = gate;
        this.knowledge = knowledge;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(DATASET + "/retrieve", gate.dataset(this::retrieve)),
                Route.post(DATASET + "/hit-testing", gate.dataset(this::retrieve)));
    }

    private Uni<Answer> retrieve(KnowledgeGate.DatasetCall asked) {
        return asked.call()
                .json()
                .chain(body ->
                        knowledge.retrieve(
                                asked.key().tenantId(), asked.dataset().id(), request(body)))
                .map(RetrieveRoutes::answer);
    }

    private RetrieveRequest request(ObjectNode body) {
        Payload payload = values.payload("HitTestingPayload", body);
        RetrieveRequest request =
                new RetrieveRequest(
                        payload.text("query"),
                        RetrievalModels.read(payload),
                        RetrievalModels.filter(payload));
        payload.check();
        if (body.path("attachment_ids").size() > 0) {
            throw DifyException.invalidParam("Searching by attachment_ids is not supported yet.");
        }
        return request;
    }

    private static Answer answer(RetrieveResponse found) {
        return Answer.ok(
                new Fields()
                        .put("query", Map.of("content", found.query()))
                        .put("records", found.records().stream().map(RetrieveRoutes::item).toList())
                        .map());
    }

    private static Map<String, @Nullable Object> item(RetrievedPassage passage) {
        return new Fields()
                .put("segment", segment(passage))
                .put("child_chunks", List.of())
                .put("score", passage.score())
                .put("tsne_position", null)
                .put("files", List.of())
                .put("summary", null)
                .map();
    }

    private static Map<String, @Nullable Object> segment(RetrievedPassage passage) {
        return new Fields()
                .put("id", passage.segmentId())
                .put("position", passage.position())
                .put("document_id", passage.documentId())
                .put("content", passage.content())
                .put("sign_content", passage.content())
                .put("answer", null)
                .put("word_count", passage.wordCount())
                .put("tokens", passage.tokens())
                .put("keywords", passage.keywords())
                .put("index_node_id", passage.indexNodeId())
                .put("index_node_hash", passage.indexNodeHash())
                .put("hit_count", passage.hitCount())
                .put("enabled", true)
                .put("disabled_at", null)
                .put("disabled_by", null)
                .put("status", "completed")
                .put("created_by", passage.createdBy())
                .time("created_at", passage.createdAt())
                .time("indexing_at", passage.indexingAt())
                .time("completed_at", passage.completedAt())
                .put("error", null)
                .put("stopped_at", null)
                .put("document", document(passage))
                .map();
    }

    private static Map<String, @Nullable Object> document(RetrievedPassage passage) {
        Map<String, @Nullable Object> metadata = passage.documentMetadata();
        return new Fields()
                .put("id", passage.documentId())
                .put("data_source_type", passage.dataSourceType())
                .put("name", passage.documentName())
                .put("doc_type", null)
                .put("doc_metadata", metadata.isEmpty() ? null : metadata)
                .map();
    }
}
