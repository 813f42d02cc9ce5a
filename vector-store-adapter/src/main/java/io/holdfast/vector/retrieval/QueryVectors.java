package io.holdfast.vector.retrieval;

import io.holdfast.vector.embedding.EmbeddingModel;
import io.holdfast.vector.embedding.QueryEmbedder;
import io.holdfast.vector.segment.Vectors;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One query and its vectors, each model asked once. */
final class QueryVectors {

    private final String text;
    private final QueryEmbedder embedder;
    private final Map<EmbeddingModel, Optional<float[]>> vectors = new ConcurrentHashMap<>();

    QueryVectors(String text, QueryEmbedder embedder) {
        this.text = text;
        this.embedder = embedder;
    }

    String text() {
        return text;
    }

    /** The query's vector of length one by the dataset's model; null when there is none. */
    float @Nullable [] of(SearchableDataset dataset) {
        EmbeddingModel model = dataset.model();
        if (model == null) {
            return null;
        }
        return vectors.computeIfAbsent(model, this::embed).orElse(null);
    }

    private Optional<float[]> embed(EmbeddingModel model) {
        return Optional.ofNullable(Vectors.normalised(embedder.embed(model, text)));
    }
}
