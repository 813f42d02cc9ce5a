package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.RetrievalWeights;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.vector.keyword.KeywordExtractor;
import io.holdfast.vector.keyword.KeywordSimilarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders passages and cuts the list (knowledge.md 7.2, 7.3, 7.6). */
final class Ranking {

    /** What a user interface offers first (knowledge.md 7.3). */
    static final RetrievalWeights USUAL_WEIGHTS =
            new RetrievalWeights("customized", 0.7, null, null, 0.3);

    private static final int MOST_KEYWORDS = 10;

    private static final Comparator<RetrievedPassage> BEST_FIRST =
            Comparator.comparingDouble(RetrievedPassage::score).reversed();

    private Ranking() {}

    /** Each passage scored by its own score and its keywords, weighted. */
    static List<RetrievedPassage> weighted(
            String query, List<RetrievedPassage> passages, RetrievalWeights weights) {
        List<Double> keywords = keywordScores(query, passages);
        List<RetrievedPassage> scored = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            RetrievedPassage passage = passages.get(i);
            double score =
                    weights.vectorWeight() * passage.score()
                            + weights.keywordWeight() * keywords.get(i);
            scored.add(withScore(passage, score));
        }
        return scored;
    }

    /** Each passage scored by its keywords alone. */
    static List<RetrievedPassage> byKeywords(String query, List<RetrievedPassage> passages) {
        List<Double> keywords = keywordScores(query, passages);
        List<RetrievedPassage> scored = new ArrayList<>(passages.size());
        for (int i = 0; i < passages.size(); i++) {
            scored.add(withScore(passages.get(i), keywords.get(i)));
        }
        return scored;
    }

    /** The best ones, each segment once, none below the threshold. */
    static List<RetrievedPassage> best(
            List<RetrievedPassage> passages, int topK, @Nullable Double threshold) {
        return unique(passages).stream()
                .filter(passage -> threshold == null || passage.score() >= threshold)
                .sorted(BEST_FIRST)
                .limit(topK)
                .toList();
    }

    /** Each segment once, with its highest score. */
    static List<RetrievedPassage> unique(List<RetrievedPassage> passages) {
        Map<UUID, RetrievedPassage> unique = new LinkedHashMap<>();
        for (RetrievedPassage passage : passages) {
            unique.merge(
                    passage.segmentId(),
                    passage,
                    (first, second) -> first.score() >= second.score() ? first : second);
        }
        return List.copyOf(unique.values());
    }

    private static List<Double> keywordScores(String query, List<RetrievedPassage> passages) {
        return KeywordSimilarity.of(
                KeywordExtractor.extract(query, MOST_KEYWORDS),
                passages.stream().map(RetrievedPassage::keywords).toList());
    }

    private static RetrievedPassage withScore(RetrievedPassage p, double score) {
        return new RetrievedPassage(
                p.segmentId(),
                p.datasetId(),
                p.datasetName(),
                p.documentId(),
                p.documentName(),
                p.dataSourceType(),
                p.documentMetadata(),
                p.position(),
                p.content(),
                p.wordCount(),
                p.tokens(),
                p.keywords(),
                p.indexNodeId(),
                p.indexNodeHash(),
                p.hitCount(),
                p.createdBy(),
                p.createdAt(),
                p.indexingAt(),
                p.completedAt(),
                score);
    }
}
