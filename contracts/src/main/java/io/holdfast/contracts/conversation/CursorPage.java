package io.holdfast.contracts.conversation;

import java.util.List;

/**
 * A page of a list that is read by the id of its last row.
 *
 * @param hasMore whether rows exist beyond the page
 */
public record CursorPage<T>(int limit, boolean hasMore, List<T> data) {

    public CursorPage {
        data = List.copyOf(data);
    }
}
