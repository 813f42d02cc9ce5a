package io.holdfast.contracts.knowledge;

import java.util.List;

/**
 * {@code GET datasets/{datasetId}/documents/{batch}/indexing-status}; 404 {@code
 * documents_not_found} for an unknown batch.
 */
public record BatchProgress(List<IndexingProgress> data) {

    public BatchProgress {
        data = List.copyOf(data);
    }
}
