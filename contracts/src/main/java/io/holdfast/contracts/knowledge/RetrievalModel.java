package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * How to search one dataset (knowledge.md 7.1).
 *
 * @param topK how many passages at most, at least 0
 * @param scoreThreshold least score, 0 to 1; counts only when {@code scoreThresholdEnabled}
 */
public record RetrievalModel(
        SearchMethod searchMethod,
        boolean rerankingEnable,
        @Nullable RerankingMode rerankingMode,
        @Nullable RerankingModel rerankingModel,
        @Nullable RetrievalWeights weights,
        int topK,
        boolean scoreThresholdEnabled,
        @Nullable Double scoreThreshold) {

    /** What is searched with when neither the request nor the dataset says (http-api.md 4.7). */
    public static RetrievalModel defaults() {
        return new RetrievalModel(
                SearchMethod.SEMANTIC_SEARCH, false, null, null, null, 4, false, null);
    }
}
