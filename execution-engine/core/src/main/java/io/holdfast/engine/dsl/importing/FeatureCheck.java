package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of features (dsl.md 1.6, 1.10); the features that are not built are told. */
final class FeatureCheck {

    private static final List<String> SWITCHES =
            List.of(
                    "suggested_questions_after_answer",
                    "speech_to_text",
                    "text_to_speech",
                    "retriever_resource",
                    "annotation_reply",
                    "more_like_this");
    private static final List<String> NOT_BUILT =
            List.of("speech_to_text", "text_to_speech", "more_like_this");

    private FeatureCheck() {}

    /** Checks a graph app's features and gives them, put there when absent. */
    static Map<String, @Nullable Object> graph(
            Map<String, @Nullable Object> workflow, AppMode mode, List<String> warnings) {
        if (!Trees.isTruthy(workflow.get("features"))) {
            workflow.put("features", new LinkedHashMap<String, @Nullable Object>());
        }
        if (!(workflow.get("features") instanceof Map<?, ?>)) {
            throw new ImportException("features must be of dict type");
        }
        Map<String, @Nullable Object> features = Trees.map(workflow, "features");
        if (mode == AppMode.ADVANCED_CHAT) {
            chat(features, warnings);
        }
        shared(features);
        return features;
    }

    /** Checks a basic app's features. */
    static void basic(Map<String, @Nullable Object> config, List<String> warnings) {
        chat(config, warnings);
        shared(config);
    }

    private static void chat(Map<String, @Nullable Object> features, List<String> warnings) {
        Object opening = features.get("opening_statement");
        if (Trees.isTruthy(opening) && !(opening instanceof String)) {
            throw new ImportException("opening_statement must be of string type");
        }
        Object questions = features.get("suggested_questions");
        if (Trees.isTruthy(questions) && !(questions instanceof List<?>)) {
            throw new ImportException("suggested_questions must be of list type");
        }
        if (!Trees.list(questions).stream().allMatch(String.class::isInstance)) {
            throw new ImportException(
                    "Elements in suggested_questions list must be of string type");
        }
        SWITCHES.forEach(name -> isEnabled(features, name));
        for (String name : NOT_BUILT) {
            if (isEnabled(features, name)) {
                warnings.add("The feature " + name + " is not supported yet: it stays off.");
            }
        }
    }

    private static void shared(Map<String, @Nullable Object> features) {
        isEnabled(features, "file_upload");
        Object image = Trees.map(features, "file_upload").get("image");
        if (Trees.isTruthy(image) && !(image instanceof Map<?, ?>)) {
            throw new ImportException("image in file_upload must be of dict type");
        }
        isEnabled(features, "sensitive_word_avoidance");
    }

    private static boolean isEnabled(Map<String, @Nullable Object> features, String name) {
        Object feature = features.get(name);
        if (!Trees.isTruthy(feature)) {
            return false;
        }
        if (!(feature instanceof Map<?, ?>)) {
            throw new ImportException(name + " must be of dict type");
        }
        Object enabled = Trees.map(feature).get("enabled");
        if (enabled != null && !(enabled instanceof Boolean)) {
            throw new ImportException("enabled in " + name + " must be of boolean type");
        }
        return Boolean.TRUE.equals(enabled);
    }
}
