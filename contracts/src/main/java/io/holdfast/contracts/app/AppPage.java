package io.holdfast.contracts.app;

import java.util.List;

/**
 * A page of apps, newest first: {@code GET /internal/v1/apps?tenantId&page&limit&mode&name}.
 *
 * @param page counts from 1
 * @param total apps that match the filter
 */
public record AppPage(int page, int limit, long total, boolean hasMore, List<AppView> data) {

    public AppPage {
        data = List.copyOf(data);
    }
}
