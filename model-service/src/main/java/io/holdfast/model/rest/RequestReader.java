package io.holdfast.model.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.ModelHeaders;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.failure.ModelFailure;
import io.holdfast.model.protocol.ModelCall;
import io.holdfast.model.route.ProviderId;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads calls from requests; only what decides the way is looked at, the rest passes through. */
final class RequestReader {

    private final ObjectMapper json;
    private final DefaultModels defaults;

    RequestReader(ObjectMapper json, DefaultModels defaults) {
        this.json = json;
        this.defaults = defaults;
    }

    /**
     * Reads a call.
     *
     * @throws ModelFailure when the request is at fault
     */
    ModelCall read(ModelType type, MultiMap headers, Buffer text) {
        var body = object(text);
        if (type == ModelType.LLM && !body.path("messages").isArray()) {
            throw ModelFailure.badRequest("invalid_request", "messages must be an array.");
        }
        if (type == ModelType.TEXT_EMBEDDING && body.path("input").isMissingNode()) {
            throw ModelFailure.badRequest("invalid_request", "input is missing.");
        }
        var stream = type == ModelType.LLM && body.path("stream").asBoolean(false);
        return new ModelCall(
                type,
                provider(headers.get(ModelHeaders.PROVIDER)),
                model(type, body.path("model")),
                body,
                stream,
                headers.get(ModelHeaders.IDEMPOTENCY_KEY));
    }

    private ObjectNode object(Buffer text) {
        try {
            if (json.readTree(text.getBytes()) instanceof ObjectNode body) {
                return body;
            }
        } catch (IOException notJson) {
            // Falls through: the parser's message would repeat parts of the request.
        }
        throw ModelFailure.badRequest("invalid_json", "The body must be a JSON object.");
    }

    private static @Nullable ProviderId provider(@Nullable String header) {
        return header == null || header.isBlank() ? null : ProviderId.of(header);
    }

    private String model(ModelType type, JsonNode model) {
        return Optional.of(model.asText(""))
                .filter(name -> !name.isBlank())
                .or(() -> defaults.of(type))
                .orElseThrow(() ->
                        ModelFailure.badRequest(
                                "model_missing",
                                "model is missing, and there is no default %s model."
                                        .formatted(type.wireName())));
    }
}
