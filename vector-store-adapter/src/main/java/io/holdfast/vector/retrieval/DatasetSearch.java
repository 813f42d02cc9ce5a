package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.RerankingMode;
import io.holdfast.contracts.knowledge.RetrievalModel;
import io.holdfast.contracts.knowledge.RetrievalWeights;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.contracts.knowledge.SearchMethod;
import io.holdfast.vector.index.DocumentScope;
import io.holdfast.vector.index.Hit;
import io.holdfast.vector.index.Indexes;
import io.holdfast.vector.index.Searches;
import io.holdfast.vector.keyword.KeywordExtractor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches one dataset by one method (knowledge.md 7.2). */
@Singleton
class DatasetSearch {

    /** More than anybody reads; what a search makes room for must not follow from a request. */
    private static final int MOST_PASSAGES = 1000;

    private static final int LEAST_HYBRID = 50;
    private static final int MOST_HYBRID = 200;
    private static final int MOST_KEYWORDS = 10;

    private final Indexes indexes;
    private final Passages passages;

    DatasetSearch(Indexes indexes, Passages passages) {
        this.indexes = indexes;
        this.passages = passages;
    }

    /**
     * What is found, scored 0 to 1, best first, at most {@code topK}. A threshold applies to
     * semantic and hybrid search alone.
     */
    List<RetrievedPassage> search(
            SearchableDataset dataset,
            QueryVectors query,
            RetrievalModel settings,
            DocumentScope scope) {
        int topK = Math.min(settings.topK(), MOST_PASSAGES);
        Set<UUID> only = scope.only();
        if (topK <= 0 || !dataset.answers() || (only != null && only.isEmpty())) {
            return List.of();
        }
        SearchMethod method =
                dataset.isEconomy() ? SearchMethod.KEYWORD_SEARCH : settings.searchMethod();
        return switch (method) {
            case SEMANTIC_SEARCH ->
                    Ranking.best(
                            passages.read(semantic(dataset, query, topK, scope)),
                            topK,
                            threshold(settings));
            case FULL_TEXT_SEARCH -> passages.read(text(dataset, query, topK, scope));
            case KEYWORD_SEARCH -> keywords(dataset, query, topK, scope);
            case HYBRID_SEARCH -> hybrid(dataset, query, settings, scope);
        };
    }

    private List<Hit> semantic(
            SearchableDataset dataset, QueryVectors query, int limit, DocumentScope scope) {
        float[] vector = query.of(dataset);
        return vector == null
                ? List.of()
                : indexes.search(
                        dataset.id(), dataset.changes(), Searches.nearest(vector, limit, scope));
    }

    /** BM25 has no upper bound: s / (s + 1) keeps its order and lies between 0 and 1. */
    private List<Hit> text(
            SearchableDataset dataset, QueryVectors query, int limit, DocumentScope scope) {
        return indexes
                .search(dataset.id(), dataset.changes(), Searches.text(query.text(), limit, scope))
                .stream()
                .map(hit -> new Hit(hit.segmentId(), hit.score() / (hit.score() + 1)))
                .toList();
    }

    private List<RetrievedPassage> keywords(
            SearchableDataset dataset, QueryVectors query, int topK, DocumentScope scope) {
        Set<String> asked = new HashSet<>(KeywordExtractor.extract(query.text(), MOST_KEYWORDS));
        List<Hit> hits =
                indexes.search(
                        dataset.id(), dataset.changes(), Searches.keywords(asked, topK, scope));
        return Ranking.best(Ranking.byKeywords(query.text(), passages.read(hits)), topK, null);
    }

    private List<RetrievedPassage> hybrid(
            SearchableDataset dataset,
            QueryVectors query,
            RetrievalModel settings,
            DocumentScope scope) {
        int limit = Math.min(MOST_HYBRID, Math.max(LEAST_HYBRID, settings.topK()));
        List<Hit> near = semantic(dataset, query, limit, scope);
        List<Hit> text = text(dataset, query, limit, scope);
        RetrievalWeights weights = settings.weights();
        List<RetrievedPassage> found;
        if (settings.rerankingMode() == RerankingMode.WEIGHTED_SCORE && weights != null) {
            List<Hit> compared = withCosines(dataset, query, near, text);
            found = Ranking.weighted(query.text(), passages.read(compared), weights);
        } else {
            found = passages.read(highest(near, text));
        }
        return Ranking.best(found, settings.topK(), threshold(settings));
    }

    /** All hits by cosine, so that weights mix like with like (knowledge.md 7.3). */
    private List<Hit> withCosines(
            SearchableDataset dataset, QueryVectors query, List<Hit> near, List<Hit> text) {
        Set<UUID> known = new HashSet<>();
        near.forEach(hit -> known.add(hit.segmentId()));
        List<UUID> unknown =
                text.stream().map(Hit::segmentId).filter(id -> !known.contains(id)).toList();
        List<Hit> all = new ArrayList<>(near);
        float[] vector = query.of(dataset);
        Map<UUID, Double> cosines = new HashMap<>();
        if (vector != null) {
            indexes.search(dataset.id(), dataset.changes(), Searches.cosines(vector, unknown))
                    .forEach(hit -> cosines.put(hit.segmentId(), hit.score()));
        }
        unknown.forEach(id -> all.add(new Hit(id, cosines.getOrDefault(id, 0.0))));
        return all;
    }

    private static List<Hit> highest(List<Hit> near, List<Hit> text) {
        Map<UUID, Double> scores = new HashMap<>();
        near.forEach(hit -> scores.merge(hit.segmentId(), hit.score(), Math::max));
        text.forEach(hit -> scores.merge(hit.segmentId(), hit.score(), Math::max));
        List<Hit> hits = new ArrayList<>(scores.size());
        scores.forEach((id, score) -> hits.add(new Hit(id, score)));
        return hits;
    }

    private static @Nullable Double threshold(RetrievalModel settings) {
        return settings.scoreThresholdEnabled() ? settings.scoreThreshold() : null;
    }
}
