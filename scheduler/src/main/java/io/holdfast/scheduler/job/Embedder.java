package io.holdfast.scheduler.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who makes vectors of texts. Calls block. */
interface Embedder {

    /**
     * One vector for each text, in their order.
     *
     * @param provider null finds the model by its name alone
     * @throws HopelessException when the model will never do it
     */
    Embeddings embed(@Nullable String provider, String model, List<String> texts);

    /**
     * Vectors of a batch.
     *
     * @param tokens that the model counted for the whole batch
     */
    record Embeddings(List<float[]> vectors, long tokens) {}
}
