package io.holdfast.gateway.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of lists that are asked for by number (http-api.md 3.1).
 *
 * @param limit as it was asked for, and is echoed; never more than 100 rows are given
 */
public record Paging(int page, int limit, String keyword) {

    private static final int MOST_ROWS = 100;

    /**
     * What a call asks for.
     *
     * @throws DifyException when that is no page
     */
    public static Paging of(Call call) {
        return new Paging(
                QueryNumber.of(call, "page", 1, 1, 99_999),
                QueryNumber.of(call, "limit", 20, 1, Integer.MAX_VALUE),
                call.query("keyword").orElse(""));
    }

    /** How many rows to ask for. */
    public int rows() {
        return Math.min(limit, MOST_ROWS);
    }

    /**
     * The page: it says that more follow when it is exactly full.
     *
     * @param total rows on all pages
     */
    public Answer answer(List<Map<String, @Nullable Object>> data, long total) {
        return Answer.ok(
                new Fields()
                        .put("data", data)
                        .put("has_more", data.size() == limit)
                        .put("limit", limit)
                        .put("total", total)
                        .put("page", page)
                        .map());
    }
}
