package io.holdfast.vector.keyword;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike a query's keywords are to those of each candidate: cosine of vectors in which a keyword
 * weighs {@code ln((1 + N) / (1 + df)) + 1} over the N candidates (knowledge.md 7.3).
 */
public final class KeywordSimilarity {

    private KeywordSimilarity() {}

    /** One value for each candidate, 0 to 1, in their order. */
    public static List<Double> of(
            Collection<String> query, List<? extends Collection<String>> candidates) {
        Map<String, Double> weights = weights(candidates);
        Set<String> asked = new HashSet<>(query);
        double queryLength = length(asked, weights);
        List<Double> similarities = new ArrayList<>(candidates.size());
        for (Collection<String> candidate : candidates) {
            similarities.add(cosine(asked, queryLength, new HashSet<>(candidate), weights));
        }
        return similarities;
    }

    private static Map<String, Double> weights(List<? extends Collection<String>> candidates) {
        Map<String, Integer> documents = new HashMap<>();
        for (Collection<String> candidate : candidates) {
            for (String keyword : new HashSet<>(candidate)) {
                documents.merge(keyword, 1, Integer::sum);
            }
        }
        Map<String, Double> weights = new HashMap<>();
        documents.forEach((keyword, count) ->
                weights.put(keyword, Math.log((1.0 + candidates.size()) / (1 + count)) + 1));
        return weights;
    }

    /** A keyword that no candidate has weighs nothing. */
    private static double length(Set<String> keywords, Map<String, Double> weights) {
        double square = 0;
        for (String keyword : keywords) {
            double weight = weights.getOrDefault(keyword, 0.0);
            square += weight * weight;
        }
        return Math.sqrt(square);
    }

    private static double cosine(
            Set<String> asked,
            double askedLength,
            Set<String> candidate,
            Map<String, Double> weights) {
        double product = askedLength * length(candidate, weights);
        if (product == 0) {
            return 0;
        }
        double dot = 0;
        for (String keyword : candidate) {
            if (asked.contains(keyword)) {
                double weight = weights.getOrDefault(keyword, 0.0);
                dot += weight * weight;
            }
        }
        return dot / product;
    }
}
