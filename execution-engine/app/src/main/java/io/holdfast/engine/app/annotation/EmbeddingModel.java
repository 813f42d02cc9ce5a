package io.holdfast.engine.app.annotation;

/**
 * A model that makes vectors.
 *
 * @param provider empty finds the model by its name alone
 * @param name empty means the suite's default
 */
record EmbeddingModel(String provider, String name) {}
