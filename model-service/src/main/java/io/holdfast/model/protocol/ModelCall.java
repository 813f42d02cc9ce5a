package io.holdfast.model.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.contracts.model.ModelType;
import io.holdfast.model.route.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param provider null when the caller named none
 * @param model name as the caller used it
 * @param body the request in the OpenAI protocol; not to be changed
 * @param stream whether pieces are wanted as they come; never for embeddings
 * @param idempotencyKey handed to the upstream; null when there is none
 */
public record ModelCall(
        ModelType type,
        @Nullable ProviderId provider,
        String model,
        ObjectNode body,
        boolean stream,
        @Nullable String idempotencyKey) {}
