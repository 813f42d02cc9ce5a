package io.holdfast.model.rest;

import io.holdfast.contracts.model.ModelType;
import java.util.Map;
import java.util.Optional;

/**
 * The models for callers that name none.
 *
 * @param names by type; a type without a default is absent
 */
public record DefaultModels(Map<ModelType, String> names) {

    public DefaultModels {
        names = Map.copyOf(names);
    }

    Optional<String> of(ModelType type) {
        return Optional.ofNullable(names.get(type));
    }
}
