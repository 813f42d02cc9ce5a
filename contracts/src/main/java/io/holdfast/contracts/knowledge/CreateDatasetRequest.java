package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST datasets} answers {@link DatasetView}; 409 {@code dataset_name_duplicate} when the
 * tenant has a dataset of that name.
 *
 * @param name 1 to 40 characters
 * @param description at most 400 characters
 * @param indexingTechnique null until the first document says
 * @param permission {@code only_me}, {@code all_team_members} or {@code partial_members}; null
 *     means {@code only_me}
 * @param embeddingProvider null means the suite's default model, once it is needed
 * @param createdBy the account or key that asked; null when not told
 */
public record CreateDatasetRequest(
        String name,
        @Nullable String description,
        @Nullable IndexingTechnique indexingTechnique,
        @Nullable String permission,
        @Nullable RetrievalModel retrievalModel,
        @Nullable String embeddingProvider,
        @Nullable String embeddingModel,
        @Nullable String createdBy) {}
