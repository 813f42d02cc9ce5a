package io.holdfast.contracts.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a job needs to index a document: {@code GET documents/{documentId}/source?revision}.
 *
 * <p>Errors: 404 {@code document_not_found} when it or its dataset is gone; 409 {@code
 * stale_revision} when it was queued anew.
 *
 * @param embeddingProvider null in economy datasets
 * @param embeddingModel null in economy datasets
 */
public record DocumentSource(
        UUID datasetId,
        UUID documentId,
        long revision,
        String text,
        IndexingTechnique indexingTechnique,
        @Nullable String embeddingProvider,
        @Nullable String embeddingModel,
        ProcessRule processRule) {}
