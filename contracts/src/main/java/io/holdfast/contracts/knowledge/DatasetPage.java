package io.holdfast.contracts.knowledge;

import java.util.List;

/**
 * A page of datasets, newest first: {@code GET datasets?page&limit&keyword}.
 *
 * @param page counts from 1
 * @param limit rows a page, 1 to 100
 * @param total datasets that match
 */
public record DatasetPage(
        int page, int limit, long total, boolean hasMore, List<DatasetView> data) {

    public DatasetPage {
        data = List.copyOf(data);
    }
}
