package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.contracts.knowledge.RerankingMode;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.vector.failure.KnowledgeException;
import java.util.List;
import java.util.Objects;

/** What several datasets found together (knowledge.md 7.6). */
final class Union {

    private Union() {}

    /** Refuses datasets whose scores cannot be compared, with the node's messages. */
    static void check(List<SearchableDataset> datasets, MultiRetrieveRequest request) {
        SearchableDataset first = datasets.getFirst();
        boolean byModel =
                request.rerankingEnable()
                        && request.rerankingMode() == RerankingMode.RERANKING_MODEL;
        if (!byModel
                && datasets.stream().anyMatch(other -> other.technique() != first.technique())) {
            throw KnowledgeException.badRequest(
                    "mixed_indexing_techniques",
                    "The configured knowledge base list have different indexing technique, please"
                            + " set reranking model.");
        }
        if (isWeighted(request)
                && !first.isEconomy()
                && datasets.stream()
                        .anyMatch(other -> !Objects.equals(other.model(), first.model()))) {
            throw KnowledgeException.badRequest(
                    "mixed_embedding_models",
                    "The configured knowledge base list have different embedding model, please set"
                            + " reranking model.");
        }
    }

    /** The best of the union. With a single dataset its own scores stand. */
    static List<RetrievedPassage> ranked(
            List<SearchableDataset> datasets,
            String query,
            List<RetrievedPassage> union,
            MultiRetrieveRequest request) {
        boolean economy = datasets.getFirst().isEconomy();
        if (datasets.size() == 1) {
            return Ranking.best(union, request.topK(), economy ? null : request.scoreThreshold());
        }
        List<RetrievedPassage> unique = Ranking.unique(union);
        if (isWeighted(request)) {
            unique =
                    Ranking.weighted(
                            query,
                            unique,
                            Objects.requireNonNullElse(request.weights(), Ranking.USUAL_WEIGHTS));
        }
        return Ranking.best(unique, request.topK(), request.scoreThreshold());
    }

    private static boolean isWeighted(MultiRetrieveRequest request) {
        return request.rerankingEnable() && request.rerankingMode() == RerankingMode.WEIGHTED_SCORE;
    }
}
