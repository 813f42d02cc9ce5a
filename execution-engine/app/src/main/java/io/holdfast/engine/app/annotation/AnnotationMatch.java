package io.holdfast.engine.app.annotation;

import java.util.UUID;

/**
 * The annotation that answers a query.
 *
 * @param id the annotation's
 * @param score how near the query is to the question: a cosine, at most 1
 */
public record AnnotationMatch(UUID id, String question, String answer, double score) {}
