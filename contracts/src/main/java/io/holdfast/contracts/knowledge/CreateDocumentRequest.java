package io.holdfast.contracts.knowledge;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST datasets/{datasetId}/documents} answers {@link CreatedDocument}. A name that an
 * enabled document of the dataset has already indexes that one anew (http-api.md 4.3).
 *
 * <p>Errors: 404 {@code dataset_not_found}; 400 {@code invalid_param} with Dify's message.
 *
 * @param indexingTechnique required until the dataset has one
 * @param docForm null means {@code text_model}; others are refused for now
 * @param processRule null means automatic
 * @param retrievalModel becomes the dataset's when it has none
 * @param metadata by field name: String or number; empty for none
 * @param createdBy the account or key that asked; null when not told
 */
public record CreateDocumentRequest(
        String name,
        String text,
        @Nullable IndexingTechnique indexingTechnique,
        @Nullable String docForm,
        @Nullable String docLanguage,
        @Nullable ProcessRule processRule,
        @Nullable RetrievalModel retrievalModel,
        @Nullable String embeddingProvider,
        @Nullable String embeddingModel,
        @Nullable Map<String, @Nullable Object> metadata,
        @Nullable String createdBy) {}
