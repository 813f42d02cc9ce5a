package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A condition on one metadata field of a document (knowledge.md 7.5).
 *
 * @param comparisonOperator as http-api.md 4.7 lists them, {@code <=} and {@code >=} too
 * @param value String, number, or a list of strings for {@code in} and {@code not in}; templates
 *     are rendered already; null or empty skips the condition, except for {@code empty} and {@code
 *     not empty}
 */
public record MetadataCondition(String name, String comparisonOperator, @Nullable Object value) {}
