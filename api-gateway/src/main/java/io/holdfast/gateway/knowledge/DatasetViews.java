package io.holdfast.gateway.knowledge;

import io.holdfast.contracts.knowledge.DatasetView;
import io.holdfast.contracts.knowledge.IndexingTechnique;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Datasets on the wire (http-api.md 4.2). */
final class DatasetViews {

    private DatasetViews() {}

    static Map<String, @Nullable Object> dataset(DatasetView view) {
        IndexingTechnique technique = view.indexingTechnique();
        return new Fields()
                .put("id", view.id())
                .put("name", view.name())
                .put("description", view.description())
                .put("provider", "vendor")
                .put("permission", view.permission())
                .put("data_source_type", view.documentCount() == 0 ? null : "upload_file")
                .put("indexing_technique", technique)
                .put("app_count", 0)
                .put("document_count", view.documentCount())
                .put("word_count", view.wordCount())
                .put("created_by", view.createdBy())
                .put("author_name", null)
                .time("created_at", view.createdAt())
                .put("updated_by", null)
                .time("updated_at", view.updatedAt())
                .put("embedding_model", view.embeddingModel())
                .put("embedding_model_provider", view.embeddingProvider())
                .put("embedding_available", view.embeddingAvailable())
                .put("retrieval_model_dict", RetrievalModels.view(view.retrievalModel(), technique))
                .all(whatIsNotBuilt())
                .put("doc_form", view.docForm())
                .put("chunk_structure", view.docForm())
                .put("total_documents", view.documentCount())
                .put("total_available_documents", view.availableDocumentCount())
                .map();
    }

    /** Clients expect these; here they always say that there is no such thing. */
    private static Map<String, @Nullable Object> whatIsNotBuilt() {
        return new Fields()
                .put(
                        "summary_index_setting",
                        nothing("model_name", "model_provider_name", "summary_prompt")
                                .put("enable", false)
                                .map())
                .put("tags", List.of())
                .put(
                        "external_knowledge_info",
                        nothing(
                                        "external_knowledge_id",
                                        "external_knowledge_api_id",
                                        "external_knowledge_api_name",
                                        "external_knowledge_api_endpoint")
                                .map())
                .put(
                        "external_retrieval_model",
                        new Fields()
                                .put("top_k", 2)
                                .put("score_threshold", 0.0)
                                .put("score_threshold_enabled", null)
                                .map())
                .put("doc_metadata", List.of())
                .put("built_in_field_enabled", false)
                .put("pipeline_id", null)
                .put("runtime_mode", "general")
                .put("icon_info", nothing("icon_type", "icon", "icon_background", "icon_url").map())
                .put("is_published", false)
                .put("enable_api", true)
                .put("is_multimodal", false)
                .map();
    }

    private static Fields nothing(String... names) {
        Fields fields = new Fields();
        for (String name : names) {
            fields.put(name, null);
        }
        return fields;
    }
}
