package io.holdfast.contracts.model;

import org.jspecify.annotations.Nullable;

/**
 * How a model call was served: the object {@code x_holdfast} of every answer and of the last chunk
 * of every stream.
 *
 * @param provider the full provider id that was asked for; null when the caller named none
 * @param model the model as the caller named it; a demo answer says {@code demo} in {@code
 *     servedBy}
 * @param servedBy name of the upstream that answered
 * @param upstreamModel the model's name there
 * @param attempts requests sent upstream for this call, the successful one included
 * @param estimated whether the token counts are our estimate, the upstream having given none
 * @param usage what the call took
 */
public record CallReport(
        @Nullable String provider,
        String model,
        String servedBy,
        String upstreamModel,
        int attempts,
        boolean estimated,
        ModelUsage usage) {}
