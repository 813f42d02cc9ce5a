package io.holdfast.contracts.knowledge;

/** A model that orders passages by relevance. */
public record RerankingModel(String provider, String model) {}
