package io.holdfast.engine.node.knowledge;

import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.contracts.knowledge.RetrievedPassage;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeKind;
import io.holdfast.engine.node.NodeLogic;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeScope;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Searches knowledge bases (dsl.md 3.4). */
public final class KnowledgeRetrievalNode implements NodeLogic {

    private final KnowledgeSpec spec;

    private KnowledgeRetrievalNode(KnowledgeSpec spec) {
        this.spec = spec;
    }

    public static KnowledgeRetrievalNode parse(NodeData data) {
        return new KnowledgeRetrievalNode(KnowledgeSpec.parse(data));
    }

    @Override
    public NodeKind kind() {
        return NodeKind.EXECUTABLE;
    }

    @Override
    public NodeStep begin(NodeScope scope) {
        if (spec.query().isEmpty()) {
            return new NodeStep.Done(NodeOutcome.Succeeded.of(Map.of(), Map.of()));
        }
        Selector selector = spec.query().get();
        if (!(scope.variables().get(selector).orNull() instanceof String query)) {
            return new NodeStep.Done(
                    NodeOutcome.Failed.of("", "Query variable is not string type."));
        }
        Map<String, @Nullable Object> inputs = Map.of("query", query);
        if (query.isEmpty() || spec.retrieval().datasetIds().isEmpty()) {
            return new NodeStep.Done(NodeOutcome.Succeeded.of(inputs, Map.of("result", List.of())));
        }
        return new NodeStep.Ask<>(
                new KnowledgeRequest(request(scope, query)),
                response -> NodeOutcome.Succeeded.of(inputs, Map.of("result", result(response))));
    }

    private MultiRetrieveRequest request(NodeScope scope, String query) {
        MultiRetrieveRequest base = spec.retrieval();
        return new MultiRetrieveRequest(
                base.datasetIds(),
                query,
                base.topK(),
                base.scoreThreshold(),
                base.rerankingEnable(),
                base.rerankingMode(),
                base.rerankingModel(),
                base.weights(),
                spec.filter().map(filter -> filter.render(scope.variables())).orElse(null));
    }

    /** What a search has found, as later nodes and prompts have it. */
    public static List<Map<String, @Nullable Object>> result(RetrieveResponse response) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (RetrievedPassage passage : response.records()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("metadata", metadata(passage, items.size() + 1));
            item.put("title", passage.documentName());
            item.put("files", List.of());
            item.put("content", passage.content());
            items.add(item);
        }
        return items;
    }

    private static Map<String, @Nullable Object> metadata(RetrievedPassage passage, long position) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("_source", "knowledge");
        metadata.put("dataset_id", passage.datasetId().toString());
        metadata.put("dataset_name", passage.datasetName());
        metadata.put("document_id", passage.documentId().toString());
        metadata.put("document_name", passage.documentName());
        metadata.put("data_source_type", passage.dataSourceType());
        metadata.put("segment_id", passage.segmentId().toString());
        metadata.put("retriever_from", "workflow");
        metadata.put("score", passage.score());
        metadata.put("child_chunks", List.of());
        metadata.put("segment_hit_count", passage.hitCount());
        metadata.put("segment_word_count", passage.wordCount());
        metadata.put("segment_position", (long) passage.position());
        metadata.put("segment_index_node_hash", passage.indexNodeHash());
        metadata.put("doc_metadata", passage.documentMetadata());
        metadata.put("position", position);
        return metadata;
    }
}
