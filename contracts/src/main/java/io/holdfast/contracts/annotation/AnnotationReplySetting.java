package io.holdfast.contracts.annotation;

/**
 * How an app's annotations answer: {@code POST /internal/v1/apps/{appId}/annotation-reply/enable}.
 *
 * @param scoreThreshold the least similarity of a query and an annotated question, a cosine
 * @param embeddingProvider empty finds the model by its name alone
 * @param embeddingModel empty means the suite's default
 */
public record AnnotationReplySetting(
        double scoreThreshold, String embeddingProvider, String embeddingModel) {}
