package io.holdfast.contracts.knowledge;

import java.util.List;

/**
 * A page of documents, newest first: {@code GET datasets/{datasetId}/documents?page&limit&keyword}.
 *
 * @param page counts from 1
 * @param limit rows a page, 1 to 100
 * @param total documents that match
 */
public record DocumentPage(
        int page, int limit, long total, boolean hasMore, List<DocumentView> data) {

    public DocumentPage {
        data = List.copyOf(data);
    }
}
