package io.holdfast.gateway.app;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.gateway.file.UploadConfig;
import io.holdfast.gateway.http.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/parameters}: the app's features, those it does not have switched off. */
final class AppParameters {

    private static final Set<String> GRAPH_MODES = Set.of("workflow", "advanced-chat");

    private AppParameters() {}

    static Map<String, @Nullable Object> of(AppDetail detail, UploadConfig uploads) {
        Map<String, @Nullable Object> features = detail.features();
        boolean graph = GRAPH_MODES.contains(detail.app().mode());
        return new Fields()
                .put("opening_statement", features.get("opening_statement"))
                .put("suggested_questions", or(features, "suggested_questions", List.of()))
                .put(
                        "suggested_questions_after_answer",
                        or(features, "suggested_questions_after_answer", off()))
                .put("speech_to_text", or(features, "speech_to_text", off()))
                .put("text_to_speech", or(features, "text_to_speech", graph ? off() : noSpeech()))
                .put(
                        "retriever_resource",
                        or(features, "retriever_resource", Map.of("enabled", !graph)))
                .put("annotation_reply", or(features, "annotation_reply", off()))
                .put("more_like_this", or(features, "more_like_this", off()))
                .put("user_input_form", detail.userInputForm())
                .put("sensitive_word_avoidance", or(features, "sensitive_word_avoidance", off()))
                .put("file_upload", or(features, "file_upload", graph ? off() : noUpload()))
                .put("system_parameters", limits(uploads))
                .map();
    }

    private static Object or(
            Map<String, @Nullable Object> features, String name, Object otherwise) {
        Object value = features.get(name);
        return value == null ? otherwise : value;
    }

    private static Map<String, Object> off() {
        return Map.of("enabled", false);
    }

    private static Map<String, @Nullable Object> noSpeech() {
        return new Fields().put("enabled", false).put("voice", "").put("language", "").map();
    }

    private static Map<String, Object> noUpload() {
        return Map.of(
                "image",
                new Fields()
                        .put("enabled", false)
                        .put("number_limits", 3)
                        .put("detail", "high")
                        .put("transfer_methods", List.of("remote_url", "local_file"))
                        .map());
    }

    /** In megabytes, the last in files. */
    private static Map<String, Integer> limits(UploadConfig uploads) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        limits.put("image_file_size_limit", uploads.imageLimit());
        limits.put("video_file_size_limit", uploads.videoLimit());
        limits.put("audio_file_size_limit", uploads.audioLimit());
        limits.put("file_size_limit", uploads.fileLimit());
        limits.put("workflow_file_upload_limit", uploads.perWorkflow());
        return limits;
    }
}
