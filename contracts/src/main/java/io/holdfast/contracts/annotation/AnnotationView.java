package io.holdfast.contracts.annotation;

import java.time.Instant;
import java.util.UUID;

/**
 * A question and the answer that people wrote for it (http-api.md 3.9).
 *
 * @param hitCount runs that it has answered
 */
public record AnnotationView(
        UUID id, String question, String answer, int hitCount, Instant createdAt) {}
