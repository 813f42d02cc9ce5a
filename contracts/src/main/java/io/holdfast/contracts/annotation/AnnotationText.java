package io.holdfast.contracts.annotation;

/** What an annotation says: {@code POST} and {@code PUT /internal/v1/apps/{appId}/annotations}. */
public record AnnotationText(String question, String answer) {}
