package io.holdfast.engine.app.annotation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions of an app that are to be embedded, claimed by this engine.
 *
 * @param toEnable the model that answers once all are embedded; null when annotations answer
 *     already, and only vectors of the model that is set are missing
 * @param attempts failed ones in a row
 */
record EmbeddingJob(
        UUID id,
        UUID appId,
        @Nullable EmbeddingModel toEnable,
        UUID owner,
        long epoch,
        int attempts) {}
