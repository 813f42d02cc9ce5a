package io.holdfast.model.usage;

/**
 * Tokens of one call.
 *
 * @param estimated whether they are counted by us because the upstream reported none
 */
public record TokenCounts(long prompt, long completion, boolean estimated) {}
