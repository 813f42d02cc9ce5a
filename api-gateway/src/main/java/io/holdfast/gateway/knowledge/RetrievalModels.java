package io.holdfast.gateway.knowledge;

import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.contracts.knowledge.MetadataCondition;
import io.holdfast.contracts.knowledge.MetadataFilter;
import io.holdfast.contracts.knowledge.RerankingMode;
import io.holdfast.contracts.knowledge.RerankingModel;
import io.holdfast.contracts.knowledge.RetrievalModel;
import io.holdfast.contracts.knowledge.RetrievalWeights;
import io.holdfast.contracts.knowledge.SearchMethod;
import io.holdfast.gateway.http.Fields;
import io.holdfast.gateway.http.Payload;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code retrieval_model} in requests and answers (http-api.md 4.2, 4.7). */
final class RetrievalModels {

    private static final List<String> METHODS =
            List.of("semantic_search", "full_text_search", "hybrid_search", "keyword_search");
    private static final List<String> MODES = List.of("reranking_model", "weighted_score");

    /** What is shown when none is stored; searches then take four (http-api.md 4.7). */
    private static final int SHOWN_TOP_K = 2;

    private RetrievalModels() {}

    /** Null when there is none; what is wrong is noted in the payload. */
    static @Nullable RetrievalModel read(Payload payload) {
        return payload.nested("retrieval_model").map(RetrievalModels::model).orElse(null);
    }

    private static RetrievalModel model(Payload model) {
        SearchMethod method =
                SearchMethod.of(model.oneOf("search_method", METHODS, "semantic_search"));
        return new RetrievalModel(
                method,
                model.requiredFlag("reranking_enable"),
                model.oneOf("reranking_mode", MODES).map(RerankingMode::of).orElse(null),
                model.nested("reranking_model").map(RetrievalModels::reranking).orElse(null),
                model.nested("weights").map(RetrievalModels::weights).orElse(null),
                topK(model),
                model.requiredFlag("score_threshold_enabled"),
                model.number("score_threshold").orElse(null));
    }

    private static int topK(Payload model) {
        int topK = model.whole("top_k");
        if (topK < 0) {
            model.wrong(
                    "top_k", "Input should be greater than or equal to 0", "greater_than_equal");
        }
        return topK;
    }

    private static @Nullable RerankingModel reranking(Payload model) {
        String provider = model.optionalText("reranking_provider_name").orElse("");
        String name = model.optionalText("reranking_model_name").orElse("");
        return name.isEmpty() ? null : new RerankingModel(provider, name);
    }

    private static RetrievalWeights weights(Payload weights) {
        Payload vector = weights.required("vector_setting");
        Payload keyword = weights.required("keyword_setting");
        return new RetrievalWeights(
                weights.optionalText("weight_type").orElse(null),
                vector.requiredNumber("vector_weight"),
                vector.optionalText("embedding_provider_name").orElse(null),
                vector.optionalText("embedding_model_name").orElse(null),
                keyword.requiredNumber("keyword_weight"));
    }

    /** The conditions that come inside the retrieval model; null when there are none. */
    static @Nullable MetadataFilter filter(Payload payload) {
        return payload.nested("retrieval_model")
                .flatMap(model -> model.nested("metadata_filtering_conditions"))
                .map(RetrievalModels::conditions)
                .orElse(null);
    }

    private static MetadataFilter conditions(Payload filter) {
        return new MetadataFilter(
                filter.oneOf("logical_operator", List.of("and", "or"), "and"),
                filter.objects("conditions").stream()
                        .map(condition ->
                                new MetadataCondition(
                                        String.valueOf(condition.get("name")),
                                        String.valueOf(condition.get("comparison_operator")),
                                        condition.get("value")))
                        .toList());
    }

    static Map<String, @Nullable Object> view(
            @Nullable RetrievalModel stored, @Nullable IndexingTechnique technique) {
        RetrievalModel model = stored == null ? RetrievalModel.defaults() : stored;
        RerankingModel reranking = model.rerankingModel();
        return new Fields()
                .put(
                        "search_method",
                        technique == IndexingTechnique.ECONOMY
                                ? SearchMethod.KEYWORD_SEARCH
                                : model.searchMethod())
                .put("reranking_enable", model.rerankingEnable())
                .put("reranking_mode", model.rerankingMode())
                .put(
                        "reranking_model",
                        Map.of(
                                "reranking_provider_name",
                                reranking == null ? "" : reranking.provider(),
                                "reranking_model_name",
                                reranking == null ? "" : reranking.model()))
                .put("weights", weights(model.weights()))
                .put("top_k", stored == null ? SHOWN_TOP_K : model.topK())
                .put("score_threshold_enabled", model.scoreThresholdEnabled())
                .put("score_threshold", model.scoreThreshold())
                .map();
    }

    private static @Nullable Map<String, @Nullable Object> weights(
            @Nullable RetrievalWeights weights) {
        if (weights == null) {
            return null;
        }
        return new Fields()
                .put("weight_type", weights.weightType())
                .put(
                        "vector_setting",
                        new Fields()
                                .put("vector_weight", weights.vectorWeight())
                                .put("embedding_provider_name", weights.embeddingProvider())
                                .put("embedding_model_name", weights.embeddingModel())
                                .map())
                .put("keyword_setting", Map.of("keyword_weight", weights.keywordWeight()))
                .map();
    }
}
