package io.holdfast.vector.retrieval;

import io.holdfast.contracts.knowledge.MetadataFilter;
import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.contracts.knowledge.RerankingMode;
import io.holdfast.contracts.knowledge.RetrievalModel;
import io.holdfast.contracts.knowledge.RetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.contracts.knowledge.SearchMethod;
import io.holdfast.vector.embedding.QueryEmbedder;
import io.holdfast.vector.failure.KnowledgeException;
import io.holdfast.vector.metadata.MetadataMatcher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers searches: of one dataset by given settings, of several by a union of theirs. */
@Singleton
class Retrieval {

    private static final int LONGEST_QUERY = 250;
    private static final MetadataFilter NO_FILTER = new MetadataFilter("and", List.of());

    private final SearchableDatasets datasets;
    private final DatasetSearch search;
    private final ParallelSearch parallel;
    private final QueryEmbedder embedder;
    private final HitCounter hits;

    Retrieval(
            SearchableDatasets datasets,
            DatasetSearch search,
            ParallelSearch parallel,
            QueryEmbedder embedder,
            HitCounter hits) {
        this.datasets = datasets;
        this.search = search;
        this.parallel = parallel;
        this.embedder = embedder;
        this.hits = hits;
    }

    /** Searches one dataset as {@link RetrieveRequest} says. */
    RetrieveResponse one(UUID tenantId, UUID datasetId, RetrieveRequest request) {
        String query = request.query();
        if (query == null || query.isBlank()) {
            throw KnowledgeException.invalid("Query or attachment_ids is required");
        }
        if (query.codePointCount(0, query.length()) > LONGEST_QUERY) {
            throw KnowledgeException.invalid("Query cannot exceed 250 characters");
        }
        SearchableDataset dataset =
                datasets.find(tenantId, List.of(datasetId)).stream()
                        .findFirst()
                        .orElseThrow(KnowledgeException::datasetNotFound);
        RetrievalModel settings =
                request.retrievalModel() == null ? dataset.ownSettings() : request.retrievalModel();
        List<RetrievedPassage> found =
                search.search(
                        dataset,
                        new QueryVectors(query, embedder),
                        settings,
                        datasets.admitted(datasetId, matcher(request.metadataFilter())));
        hits.count(found);
        return new RetrieveResponse(query, found, wantsModel(dataset, settings));
    }

    /** Searches several datasets as {@link MultiRetrieveRequest} says. */
    RetrieveResponse several(UUID tenantId, MultiRetrieveRequest request) {
        String query = request.query() == null ? "" : request.query();
        List<SearchableDataset> available =
                datasets.find(tenantId, request.datasetIds()).stream()
                        .filter(SearchableDataset::answers)
                        .toList();
        MetadataMatcher filter = matcher(request.metadataFilter());
        if (query.isBlank() || available.isEmpty()) {
            return new RetrieveResponse(query, List.of(), false);
        }
        Union.check(available, request);
        List<RetrievedPassage> union =
                parallel.search(available, new QueryVectors(query, embedder), filter);
        List<RetrievedPassage> found = Union.ranked(available, query, union, request);
        hits.count(found);
        boolean wantsModel =
                request.rerankingEnable()
                        && request.rerankingMode() != RerankingMode.WEIGHTED_SCORE
                        && available.size() > 1;
        return new RetrieveResponse(
                query,
                found,
                wantsModel
                        || available.stream()
                                .anyMatch(dataset -> wantsModel(dataset, dataset.ownSettings())));
    }

    /** No reranking model is served yet: the step is left out, as Dify does, and said so. */
    private static boolean wantsModel(SearchableDataset dataset, RetrievalModel settings) {
        return settings.rerankingEnable()
                && settings.rerankingModel() != null
                && settings.rerankingMode() != RerankingMode.WEIGHTED_SCORE
                && settings.searchMethod() != SearchMethod.KEYWORD_SEARCH
                && !dataset.isEconomy();
    }

    private static MetadataMatcher matcher(@Nullable MetadataFilter filter) {
        try {
            return new MetadataMatcher(filter == null ? NO_FILTER : filter);
        } catch (IllegalArgumentException e) {
            throw KnowledgeException.invalid(String.valueOf(e.getMessage()));
        }
    }
}
