package io.holdfast.contracts.knowledge;

/**
 * A cleaning step (knowledge.md 4).
 *
 * @param id {@code remove_extra_spaces} or {@code remove_urls_emails}
 */
public record PreProcessingRule(String id, boolean enabled) {}
