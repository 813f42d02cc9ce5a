package io.holdfast.contracts.knowledge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST retrieve} searches several datasets, each as it is set up itself, and orders the
 * union by the settings given here (dsl.md 3.4, knowledge.md 7.6). Unknown datasets and those
 * without an available document are left out. Answers {@link RetrieveResponse}.
 *
 * <p>Errors: 400 {@code mixed_indexing_techniques} and {@code mixed_embedding_models}, with the
 * message that the node fails with; 400 {@code provider_not_initialize}; 503 {@code
 * embedding_unavailable}.
 *
 * @param topK how many passages of the union at most
 * @param scoreThreshold least score; null means none
 * @param weights null in mode weighted_score means 0.7 and 0.3
 */
public record MultiRetrieveRequest(
        List<UUID> datasetIds,
        String query,
        int topK,
        @Nullable Double scoreThreshold,
        boolean rerankingEnable,
        @Nullable RerankingMode rerankingMode,
        @Nullable RerankingModel rerankingModel,
        @Nullable RetrievalWeights weights,
        @Nullable MetadataFilter metadataFilter) {

    public MultiRetrieveRequest {
        datasetIds = datasetIds == null ? List.of() : List.copyOf(datasetIds);
    }
}
