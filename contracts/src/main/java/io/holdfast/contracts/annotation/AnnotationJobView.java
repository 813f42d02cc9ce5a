package io.holdfast.contracts.annotation;

import java.util.UUID;

/**
 * How far it is to switch an app's annotations on or off (http-api.md 3.9).
 *
 * @param status {@code waiting}, {@code processing}, {@code completed} or {@code error}
 * @param error why it failed; empty when it did not
 */
public record AnnotationJobView(UUID id, String status, String error) {}
