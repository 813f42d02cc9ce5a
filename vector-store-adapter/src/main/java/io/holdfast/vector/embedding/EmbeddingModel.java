package io.holdfast.vector.embedding;

import org.jspecify.annotations.Nullable;

/**
 * A model as a dataset names it.
 *
 * @param provider null finds the model by its name alone
 */
public record EmbeddingModel(@Nullable String provider, String name) {}
