package io.holdfast.engine.annotation;

import io.holdfast.engine.dsl.AppDefinition;
import io.holdfast.engine.dsl.Trees;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how an app's annotations answer, as its file says (dsl.md 5.1).
 *
 * @param scoreThreshold the least similarity of a query and an annotated question, a cosine
 * @param provider of the embedding model; empty finds the model by its name alone
 * @param model the embedding model; empty means the suite's default
 */
public record AnnotationReply(
        boolean enabled, double scoreThreshold, String provider, String model) {

    /** Nothing but the question itself: what a file that names no threshold asks for. */
    private static final double SAME = 1;

    /** The feature of an app; off when its file does not have it. */
    public static AnnotationReply of(AppDefinition app) {
        Map<String, @Nullable Object> feature =
                Trees.map(app.body().features(), "annotation_reply");
        Map<String, @Nullable Object> model = Trees.map(feature, "embedding_model");
        return new AnnotationReply(
                Trees.isTruthy(feature.get("enabled")),
                feature.get("score_threshold") instanceof Number threshold
                        ? threshold.doubleValue()
                        : SAME,
                Trees.text(model, "embedding_provider_name"),
                Trees.text(model, "embedding_model_name"));
    }
}
