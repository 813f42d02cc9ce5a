package io.holdfast.gateway.knowledge;

import io.holdfast.contracts.knowledge.DocumentView;
import io.holdfast.contracts.knowledge.IndexingProgress;
import io.holdfast.gateway.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents on the wire (http-api.md 4.3). */
final class DocumentViews {

    private DocumentViews() {}

    /** Text is kept as it is and not as an uploaded file, so the file's keys are empty. */
    static Map<String, @Nullable Object> document(DocumentView view) {
        return new Fields()
                .put("id", view.id())
                .put("position", view.position())
                .put("data_source_type", view.dataSourceType())
                .put("data_source_info", Map.of())
                .put("data_source_detail_dict", Map.of())
                .put("dataset_process_rule_id", null)
                .put("name", view.name())
                .put("created_from", "api")
                .put("created_by", view.createdBy())
                .time("created_at", view.createdAt())
                .put("tokens", view.tokens())
                .put("indexing_status", view.indexingStatus())
                .put("error", view.error())
                .put("enabled", view.enabled())
                .put("disabled_at", null)
                .put("disabled_by", null)
                .put("archived", view.archived())
                .put("display_status", view.displayStatus())
                .put("word_count", view.wordCount())
                .put("hit_count", view.hitCount())
                .put("doc_form", view.docForm())
                .put("doc_metadata", metadata(view.metadata()))
                .put("summary_index_status", null)
                .put("need_summary", false)
                .map();
    }

    private static List<Map<String, @Nullable Object>> metadata(
            Map<String, @Nullable Object> metadata) {
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        metadata.forEach((name, value) ->
                fields.add(
                        new Fields()
                                .put("id", null)
                                .put("name", name)
                                .put("type", value instanceof Number ? "number" : "string")
                                .put("value", value)
                                .map()));
        return fields;
    }

    static Map<String, @Nullable Object> progress(IndexingProgress progress) {
        return new Fields()
                .put("id", progress.id())
                .put("indexing_status", progress.indexingStatus())
                .time("processing_started_at", progress.processingStartedAt())
                .time("parsing_completed_at", progress.parsingCompletedAt())
                .time("cleaning_completed_at", progress.cleaningCompletedAt())
                .time("splitting_completed_at", progress.splittingCompletedAt())
                .time("completed_at", progress.completedAt())
                .put("paused_at", null)
                .put("error", progress.error())
                .time("stopped_at", progress.stoppedAt())
                .put("completed_segments", progress.completedSegments())
                .put("total_segments", progress.totalSegments())
                .map();
    }
}
