package io.holdfast.gateway.knowledge;

import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.QueryNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of knowledge lists (http-api.md 3.1).
 *
 * @param limit as it was asked for, and is echoed; never more than 100 rows are given
 */
record Paging(int page, int limit, String keyword) {

    private static final int MOST_ROWS = 100;

    static Paging of(Call call) {
        return new Paging(
                QueryNumber.of(call, "page", 1, 1, 99_999),
                QueryNumber.of(call, "limit", 20, 1, Integer.MAX_VALUE),
                call.query("keyword").orElse(""));
    }

    int rows() {
        return Math.min(limit, MOST_ROWS);
    }

    Answer answer(List<Map<String, @Nullable Object>> data, long total) {
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
