package io.holdfast.engine.node.knowledge;

import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.contracts.knowledge.RerankingMode;
import io.holdfast.contracts.knowledge.RerankingModel;
import io.holdfast.contracts.knowledge.RetrievalWeights;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeDataException;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The configuration of a knowledge-retrieval node.
 *
 * @param query where the query stands; absent when the node has none
 * @param retrieval the request without its query and filter
 * @param filter manual metadata conditions
 */
record KnowledgeSpec(
        Optional<Selector> query, MultiRetrieveRequest retrieval, Optional<FilterTemplate> filter) {

    private static final int DEFAULT_TOP_K = 4;
    private static final Pattern PLAIN_ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static KnowledgeSpec parse(NodeData data) {
        List<UUID> datasets = datasets(data);
        refuseRouting(data, datasets);
        return new KnowledgeSpec(
                data.selector("query_variable_selector"),
                retrieval(data.child("multiple_retrieval_config"), datasets),
                FilterTemplate.parse(data));
    }

    private static void refuseRouting(NodeData data, List<UUID> datasets) {
        boolean single = data.text("retrieval_mode").orElse("multiple").equals("single");
        if (single && datasets.size() > 1) {
            throw new NodeDataException(
                    "retrieval_mode single with several knowledge bases is not supported yet;"
                            + " use multiple");
        }
        if (data.text("metadata_filtering_mode").orElse("disabled").equals("automatic")) {
            throw new NodeDataException(
                    "metadata_filtering_mode automatic is not supported yet; use manual");
        }
    }

    /** Ids of other installations are encrypted and mean nothing here; they are left out. */
    private static List<UUID> datasets(NodeData data) {
        List<UUID> ids = new ArrayList<>();
        for (Object id : data.list("dataset_ids")) {
            String text = String.valueOf(id);
            if (PLAIN_ID.matcher(text).matches()) {
                ids.add(UUID.fromString(text));
            }
        }
        return ids;
    }

    static MultiRetrieveRequest retrieval(NodeData config, List<UUID> datasets) {
        NodeData model = config.child("reranking_model");
        NodeData weights = config.child("weights");
        return new MultiRetrieveRequest(
                datasets,
                "",
                config.whole("top_k").orElse(DEFAULT_TOP_K),
                config.number("score_threshold").map(Number::doubleValue).orElse(null),
                config.flag("reranking_enable", true),
                config.text("reranking_mode").map(KnowledgeSpec::mode).orElse(null),
                model.text("model")
                        .or(() -> model.text("reranking_model_name"))
                        .filter(name -> !name.isEmpty())
                        .map(name ->
                                new RerankingModel(
                                        model.text("provider")
                                                .or(() -> model.text("reranking_provider_name"))
                                                .orElse(""),
                                        name))
                        .orElse(null),
                weights.fields().isEmpty() ? null : weights(weights),
                null);
    }

    private static RerankingMode mode(String name) {
        return name.equals("weighted_score")
                ? RerankingMode.WEIGHTED_SCORE
                : RerankingMode.RERANKING_MODEL;
    }

    private static RetrievalWeights weights(NodeData weights) {
        NodeData vector = weights.child("vector_setting");
        NodeData keyword = weights.child("keyword_setting");
        return new RetrievalWeights(
                weights.text("weight_type").orElse(null),
                vector.number("vector_weight").map(Number::doubleValue).orElse(0.7),
                vector.text("embedding_provider_name").orElse(null),
                vector.text("embedding_model_name").orElse(null),
                keyword.number("keyword_weight").map(Number::doubleValue).orElse(0.3));
    }
}
