package io.holdfast.engine.app.annotation;

/**
 * Whether and how an app's annotations answer.
 *
 * @param threshold the least cosine of a query's vector and a question's
 * @param byApi whether somebody said so over the API, and not the app's file
 * @param revision one more with each change of what queries are compared with
 */
record AnnotationSetting(
        boolean enabled, double threshold, EmbeddingModel model, boolean byApi, long revision) {}
