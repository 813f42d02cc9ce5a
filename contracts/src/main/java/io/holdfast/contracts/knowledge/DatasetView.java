package io.holdfast.contracts.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: {@code GET datasets/{datasetId}}, 404 {@code dataset_not_found}; {@code DELETE
 * datasets/{datasetId}} answers 204.
 *
 * @param retrievalModel as stored; null when none was
 * @param docForm {@code text_model}; null until the first document
 * @param embeddingAvailable null right after creation (http-api.md 4.2); true once the dataset has
 *     an embedding model or needs none
 * @param documentCount documents of all states
 * @param availableDocumentCount documents that can answer
 * @param wordCount characters of all documents
 */
public record DatasetView(
        UUID id,
        UUID tenantId,
        String name,
        String description,
        String permission,
        @Nullable IndexingTechnique indexingTechnique,
        @Nullable String embeddingProvider,
        @Nullable String embeddingModel,
        @Nullable Boolean embeddingAvailable,
        @Nullable RetrievalModel retrievalModel,
        @Nullable String docForm,
        long documentCount,
        long availableDocumentCount,
        long wordCount,
        @Nullable String createdBy,
        Instant createdAt,
        Instant updatedAt) {}
