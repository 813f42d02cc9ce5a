package io.holdfast.engine.dsl.healing;

import io.holdfast.engine.dsl.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills and renames what old basic apps leave out or say otherwise (dsl.md 5.1, 1.9.5). */
public final class ModelConfigHealing {

    private static final List<String> SWITCHES =
            List.of(
                    "suggested_questions_after_answer",
                    "speech_to_text",
                    "text_to_speech",
                    "annotation_reply",
                    "more_like_this",
                    "sensitive_word_avoidance");

    private ModelConfigHealing() {}

    /** Heals a {@code model_config} block in place. */
    public static void heal(Map<String, @Nullable Object> config) {
        fillDefaults(config);
        ProviderNames.model(Trees.map(config, "model"), "provider");
        ProviderNames.model(
                Trees.map(Trees.map(config, "suggested_questions_after_answer"), "model"),
                "provider");
        ProviderNames.model(
                Trees.map(Trees.map(config, "dataset_configs"), "reranking_model"),
                "reranking_provider_name");
        Map<String, @Nullable Object> agent = Trees.map(config, "agent_mode");
        Trees.maps(agent, "tools").forEach(ProviderNames::tool);
        moveDatasets(config, agent);
        FeatureHealing.heal(config);
    }

    private static void fillDefaults(Map<String, @Nullable Object> config) {
        absent(config, "pre_prompt", "");
        absent(config, "prompt_type", "simple");
        absent(config, "opening_statement", "");
        for (String map : List.of("chat_prompt_config", "completion_prompt_config")) {
            absent(config, map, new LinkedHashMap<String, @Nullable Object>());
        }
        for (String list :
                List.of("user_input_form", "suggested_questions", "external_data_tools")) {
            absent(config, list, new ArrayList<@Nullable Object>());
        }
        SWITCHES.forEach(name -> absent(config, name, enabled(false)));
        absent(config, "retriever_resource", enabled(true));
        absent(config, "dataset_configs", new LinkedHashMap<String, @Nullable Object>());
    }

    private static void absent(Map<String, @Nullable Object> config, String key, Object value) {
        if (config.get(key) == null) {
            config.put(key, value);
        }
    }

    private static Map<String, @Nullable Object> enabled(boolean enabled) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("enabled", enabled);
        return map;
    }

    /** Old chat apps name their datasets as tools of an agent (dsl.md 5.1, 5.7). */
    private static void moveDatasets(
            Map<String, @Nullable Object> config, Map<String, @Nullable Object> agent) {
        if (!(config.get("dataset_configs") instanceof Map<?, ?>)) {
            return;
        }
        Map<String, @Nullable Object> retrieval = Trees.map(config, "dataset_configs");
        Map<String, @Nullable Object> datasets = Trees.map(retrieval, "datasets");
        if (!Trees.maps(datasets, "datasets").isEmpty()) {
            return;
        }
        List<@Nullable Object> found = new ArrayList<>();
        for (Map<String, @Nullable Object> tool : Trees.maps(agent, "tools")) {
            if (tool.get("dataset") instanceof Map<?, ?> dataset) {
                Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                entry.put("dataset", dataset);
                found.add(entry);
            }
        }
        if (!found.isEmpty()) {
            Map<String, @Nullable Object> moved = new LinkedHashMap<>(datasets);
            moved.put("datasets", found);
            retrieval.put("datasets", moved);
        }
    }
}
