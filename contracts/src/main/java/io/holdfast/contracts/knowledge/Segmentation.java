package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * How text is cut (knowledge.md 5). Lengths count characters (code points), whatever the field is
 * called. Fields are nullable so that the owner can answer with Dify's message for a missing one.
 *
 * @param separator null means a newline
 * @param maxTokens 50 to 4000 characters; required
 * @param chunkOverlap characters; null means 0
 */
public record Segmentation(
        @Nullable String separator, @Nullable Integer maxTokens, @Nullable Integer chunkOverlap) {}
