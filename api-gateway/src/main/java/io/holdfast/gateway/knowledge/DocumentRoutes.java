package io.holdfast.gateway.knowledge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.knowledge.CreateDocumentRequest;
import io.holdfast.gateway.auth.ApiKey;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Paging;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Documents from text, and how far they are (http-api.md 4.3). */
@Singleton
class DocumentRoutes implements Routes {

    private static final String DATASET = "/v1/datasets/{dataset_id:uuid}";
    private static final String DOCUMENTS = DATASET + "/documents";

    private final KnowledgeGate gate;
    private final KnowledgeApi knowledge;
    private final Values values;

    DocumentRoutes(KnowledgeGate gate, KnowledgeApi knowledge, Values values) {
        this.gate = gate;
        this.knowledge = knowledge;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(DATASET + "/document/create-by-text", gate.dataset(this::create)),
                Route.post(DATASET + "/document/create_by_text", gate.dataset(this::create)),
                Route.get(DOCUMENTS, gate.dataset(this::list)),
                Route.get(DOCUMENTS + "/{batch}/indexing-status", gate.dataset(this::progress)),
                Route.delete(DOCUMENTS + "/{document_id:uuid}", gate.dataset(this::delete)));
    }

    private Uni<Answer> create(KnowledgeGate.DatasetCall asked) {
        return asked.call()
                .json()
                .chain(body ->
                        knowledge.createDocument(
                                asked.key().tenantId(),
                                asked.dataset().id(),
                                request(body, asked.key())))
                .map(created ->
                        Answer.ok(
                                new Fields()
                                        .put("document", DocumentViews.document(created.document()))
                                        .put("batch", created.batch())
                                        .map()));
    }

    private CreateDocumentRequest request(ObjectNode body, ApiKey key) {
        Payload payload = values.payload("DocumentTextCreatePayload", body);
        CreateDocumentRequest request =
                new CreateDocumentRequest(
                        payload.text("name"),
                        payload.text("text"),
                        DatasetRoutes.technique(payload),
                        DatasetRoutes.text(payload, "doc_form"),
                        DatasetRoutes.text(payload, "doc_language"),
                        ProcessRules.read(payload),
                        RetrievalModels.read(payload),
                        DatasetRoutes.text(payload, "embedding_model_provider"),
                        DatasetRoutes.text(payload, "embedding_model"),
                        null,
                        key.id().toString());
        boolean replaces = payload.optionalText("original_document_id").isPresent();
        payload.check();
        if (replaces) {
            throw DifyException.invalidParam(
                    "original_document_id is not supported yet: a document of the same name"
                            + " replaces the one before it.");
        }
        return request;
    }

    private Uni<Answer> list(KnowledgeGate.DatasetCall asked) {
        Paging paging = Paging.of(asked.call());
        if (asked.call().query("status").isPresent()) {
            throw new DifyException(
                    501, "not_implemented", "Documents cannot be filtered by status yet.");
        }
        return knowledge
                .documents(
                        asked.key().tenantId(),
                        asked.dataset().id(),
                        paging.page(),
                        paging.rows(),
                        paging.keyword())
                .map(page ->
                        paging.answer(
                                page.data().stream().map(DocumentViews::document).toList(),
                                page.total()));
    }

    private Uni<Answer> progress(KnowledgeGate.DatasetCall asked) {
        return knowledge
                .progress(asked.key().tenantId(), asked.dataset().id(), asked.call().path("batch"))
                .map(batch ->
                        Answer.ok(
                                new Fields()
                                        .put(
                                                "data",
                                                batch.data().stream()
                                                        .map(DocumentViews::progress)
                                                        .toList())
                                        .map()));
    }

    private Uni<Answer> delete(KnowledgeGate.DatasetCall asked) {
        return knowledge
                .deleteDocument(
                        asked.key().tenantId(),
                        asked.dataset().id(),
                        asked.call().id("document_id"))
                .replaceWith(new Answer.NoContent());
    }
}
