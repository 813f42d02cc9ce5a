package io.holdfast.contracts.model;

/**
 * One model that can be asked for.
 *
 * @param provider full provider id; {@code *} where the route serves any provider
 * @param model name to ask for; {@code *} where the route passes every name on
 * @param servedBy name of the upstream that is tried first
 */
public record ModelView(String provider, String model, ModelType type, String servedBy) {}
