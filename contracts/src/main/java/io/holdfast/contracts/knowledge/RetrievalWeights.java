package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * How vector similarity and keyword overlap are mixed (knowledge.md 7.3).
 *
 * @param weightType {@code semantic_first}, {@code keyword_first} or {@code customized}; says how a
 *     user interface got to the weights, nothing else
 * @param embeddingProvider provider of the query's embedding; null means the dataset's own
 * @param embeddingModel model of the query's embedding; null means the dataset's own
 */
public record RetrievalWeights(
        @Nullable String weightType,
        double vectorWeight,
        @Nullable String embeddingProvider,
        @Nullable String embeddingModel,
        double keywordWeight) {}
