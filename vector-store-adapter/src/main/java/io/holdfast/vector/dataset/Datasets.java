package io.holdfast.vector.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.holdfast.contracts.knowledge.CreateDatasetRequest;
import io.holdfast.contracts.knowledge.DatasetPage;
import io.holdfast.contracts.knowledge.DatasetView;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.RetrievalModel;
import io.holdfast.platform.id.Ids;
import io.holdfast.vector.failure.KnowledgeException;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with datasets as a whole. */
@ApplicationScoped
class Datasets {

    private final DatasetRepository repository;
    private final ObjectMapper json;
    private final Clock clock;
    private final Ids ids;

    Datasets(DatasetRepository repository, ObjectMapper json, Clock clock, Ids ids) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    @WithTransaction
    Uni<DatasetView> create(UUID tenantId, CreateDatasetRequest request) {
        DatasetRules.check(request);
        DatasetEntity entity = entity(tenantId, request);
        return repository
                .persistAndFlush(entity)
                .onFailure(ConstraintViolationException.class)
                .transform(taken ->
                        KnowledgeException.conflict(
                                "dataset_name_duplicate",
                                "The dataset name already exists. Please modify your"
                                        + " dataset name."))
                .map(stored -> view(stored, null));
    }

    @WithSession
    Uni<DatasetPage> page(UUID tenantId, int page, int limit, String keyword) {
        PanacheQuery<DatasetEntity> query = repository.named(tenantId, keyword);
        Uni<List<DatasetView>> views =
                query.page(page - 1, limit)
                        .list()
                        .map(found -> found.stream().map(this::view).toList());
        return views.chain(data ->
                query.count()
                        .map(total ->
                                new DatasetPage(
                                        page, limit, total, (long) page * limit < total, data)));
    }

    @WithSession
    Uni<DatasetView> get(UUID tenantId, UUID id) {
        return repository
                .ofTenant(tenantId, id)
                .onItem()
                .ifNull()
                .failWith(KnowledgeException::datasetNotFound)
                .map(found -> view(Objects.requireNonNull(found)));
    }

    /** Documents, segments and vectors go with it; the indexes of all replicas follow. */
    @WithTransaction
    Uni<Void> delete(UUID tenantId, UUID id) {
        return repository
                .deleteOfTenant(tenantId, id)
                .onItem()
                .invoke(count -> {
                    if (count == 0) {
                        throw KnowledgeException.datasetNotFound();
                    }
                })
                .replaceWithVoid();
    }

    private DatasetEntity entity(UUID tenantId, CreateDatasetRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DatasetEntity entity = new DatasetEntity();
        entity.id = ids.next();
        entity.tenantId = tenantId;
        entity.name = request.name();
        entity.description = Objects.requireNonNullElse(request.description(), "");
        entity.permission = Objects.requireNonNullElse(request.permission(), "only_me");
        IndexingTechnique technique = request.indexingTechnique();
        entity.indexingTechnique = technique == null ? null : technique.wireName();
        entity.embeddingProvider = request.embeddingProvider();
        entity.embeddingModel = request.embeddingModel();
        entity.retrievalModel = write(request.retrievalModel());
        entity.createdBy = request.createdBy();
        entity.createdAt = now;
        entity.updatedAt = now;
        return entity;
    }

    private DatasetView view(DatasetEntity entity) {
        boolean economy = IndexingTechnique.ECONOMY.wireName().equals(entity.indexingTechnique);
        return view(entity, economy || entity.embeddingModel != null);
    }

    private DatasetView view(DatasetEntity entity, @Nullable Boolean embeddingAvailable) {
        String technique = entity.indexingTechnique;
        return new DatasetView(
                entity.id,
                entity.tenantId,
                entity.name,
                entity.description,
                entity.permission,
                technique == null ? null : IndexingTechnique.of(technique),
                entity.embeddingProvider,
                entity.embeddingModel,
                embeddingAvailable,
                read(entity.retrievalModel),
                entity.docForm,
                entity.documentCount,
                entity.availableDocumentCount,
                entity.wordCount,
                entity.createdBy,
                entity.createdAt,
                entity.updatedAt);
    }

    private @Nullable String write(@Nullable RetrievalModel model) {
        try {
            return model == null ? null : json.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always JSON", e);
        }
    }

    private @Nullable RetrievalModel read(@Nullable String stored) {
        try {
            return stored == null ? null : json.readValue(stored, RetrievalModel.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable retrieval_model in the database", e);
        }
    }
}
