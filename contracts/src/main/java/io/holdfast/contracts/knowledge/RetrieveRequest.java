package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST datasets/{datasetId}/retrieve} answers {@link RetrieveResponse}.
 *
 * <p>Errors: 404 {@code dataset_not_found}; 400 {@code invalid_param} for a query of no or more
 * than 250 characters; 400 {@code provider_not_initialize} when the embedding model is not served;
 * 503 {@code embedding_unavailable}.
 *
 * @param retrievalModel null means the dataset's own, else {@link RetrievalModel#defaults()}
 */
public record RetrieveRequest(
        String query,
        @Nullable RetrievalModel retrievalModel,
        @Nullable MetadataFilter metadataFilter) {}
