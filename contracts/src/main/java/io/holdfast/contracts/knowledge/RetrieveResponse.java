package io.holdfast.contracts.knowledge;

import java.util.List;

/**
 * What a search found, best first.
 *
 * @param rerankingSkipped true when a reranking model was asked for and none is served: the
 *     passages are in the order of their own scores then (knowledge.md 7.4)
 */
public record RetrieveResponse(
        String query, List<RetrievedPassage> records, boolean rerankingSkipped) {

    public RetrieveResponse {
        records = List.copyOf(records);
    }
}
