package io.holdfast.gateway.knowledge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.knowledge.CreateDatasetRequest;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.gateway.auth.ApiKey;
import io.holdfast.gateway.generation.Values;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Paging;
import io.holdfast.gateway.http.Payload;
import io.holdfast.gateway.http.Route;
import io.holdfast.gateway.http.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets (http-api.md 4.2). */
@Singleton
class DatasetRoutes implements Routes {

    private static final String DATASETS = "/v1/datasets";
    private static final String DATASET = DATASETS + "/{dataset_id:uuid}";

    private final KnowledgeGate gate;
    private final KnowledgeApi knowledge;
    private final Values values;

    DatasetRoutes(KnowledgeGate gate, KnowledgeApi knowledge, Values values) {
        this.gate = gate;
        this.knowledge = knowledge;
        this.values = values;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(DATASETS, gate.open(this::create)),
                Route.get(DATASETS, gate.open(this::list)),
                Route.get(DATASET, gate.dataset(this::show)),
                Route.delete(DATASET, gate.open(this::delete)));
    }

    private Uni<Answer> create(Call call, ApiKey key) {
        return call.json()
                .chain(body -> knowledge.createDataset(key.tenantId(), request(body, key)))
                .map(dataset -> Answer.ok(DatasetViews.dataset(dataset)));
    }

    private CreateDatasetRequest request(ObjectNode body, ApiKey key) {
        Payload payload = values.payload("DatasetCreatePayload", body);
        CreateDatasetRequest request =
                new CreateDatasetRequest(
                        payload.text("name"),
                        text(payload, "description"),
                        technique(payload),
                        text(payload, "permission"),
                        RetrievalModels.read(payload),
                        text(payload, "embedding_model_provider"),
                        text(payload, "embedding_model"),
                        key.id().toString());
        String provider = payload.optionalText("provider").orElse("vendor");
        payload.check();
        if (!provider.equals("vendor")) {
            throw DifyException.invalidParam("External datasets are not supported.");
        }
        return request;
    }

    static @Nullable IndexingTechnique technique(Payload payload) {
        return payload.oneOf("indexing_technique", List.of("high_quality", "economy"))
                .map(IndexingTechnique::of)
                .orElse(null);
    }

    static @Nullable String text(Payload payload, String name) {
        return payload.optionalText(name).orElse(null);
    }

    private Uni<Answer> list(Call call, ApiKey key) {
        Paging paging = Paging.of(call);
        if (call.query("tag_ids").isPresent()) {
            // Nothing has tags here, so nothing has all of these.
            return Uni.createFrom().item(paging.answer(List.of(), 0));
        }
        return knowledge
                .datasets(key.tenantId(), paging.page(), paging.rows(), paging.keyword())
                .map(page ->
                        paging.answer(
                                page.data().stream().map(DatasetViews::dataset).toList(),
                                page.total()));
    }

    private Uni<Answer> show(KnowledgeGate.DatasetCall asked) {
        return Uni.createFrom().item(Answer.ok(DatasetViews.dataset(asked.dataset())));
    }

    private Uni<Answer> delete(Call call, ApiKey key) {
        return knowledge
                .deleteDataset(key.tenantId(), call.id("dataset_id"))
                .replaceWith(new Answer.NoContent());
    }
}
