package io.holdfast.gateway.generation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.gateway.http.Payload;
import io.holdfast.platform.json.Json;
import jakarta.inject.Singleton;

/** Reads bodies into the plain values of the engine. */
@Singleton
public class Values {

    private final ObjectMapper mapper;

    Values(ObjectMapper mapper) {
        this.mapper = Json.plainValues(mapper);
    }

    public Payload payload(String model, ObjectNode body) {
        return new Payload(model, body, mapper);
    }
}
