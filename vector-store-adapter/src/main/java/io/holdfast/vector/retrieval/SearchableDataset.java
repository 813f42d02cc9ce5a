package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.RetrievalModel;
import io.holdfast.vector.embedding.EmbeddingModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as a search needs it.
 *
 * @param technique null before the first document
 * @param model null when nothing in it is embedded
 * @param changes the number of its newest change: the index must hold all up to it
 */
record SearchableDataset(
        UUID id,
        String name,
        @Nullable IndexingTechnique technique,
        @Nullable EmbeddingModel model,
        @Nullable RetrievalModel stored,
        long changes,
        boolean answers) {

    boolean isEconomy() {
        return technique == IndexingTechnique.ECONOMY;
    }

    /** What it is searched by when the request does not say. */
    RetrievalModel ownSettings() {
        return stored == null ? RetrievalModel.defaults() : stored;
    }
}
