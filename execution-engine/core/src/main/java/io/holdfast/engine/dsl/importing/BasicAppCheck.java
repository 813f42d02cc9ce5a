package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A basic app's own rules, and what of basic apps is not built yet (dsl.md 5.1). */
final class BasicAppCheck {

    /** Of {@code chat_prompt_config} and of the stop words (dsl.md 5.1). */
    private static final int MOST_MESSAGES = 10;

    private static final int MOST_STOP_WORDS = 4;

    private static final Set<String> AGENT_STRATEGIES =
            Set.of("function_call", "react", "cot", "react_router", "function_calling");

    private BasicAppCheck() {}

    static void check(Map<String, @Nullable Object> config, AppMode mode, Set<AppMode> supported) {
        if (!supported.contains(mode)) {
            throw new ImportException("Apps of mode " + mode.wireName() + " are not supported yet");
        }
        if (mode == AppMode.AGENT_CHAT) {
            strategy(Trees.text(Trees.map(config, "agent_mode"), "strategy"));
        }
        if (!(config.get("model") instanceof Map<?, ?>)) {
            throw new ImportException("model is required");
        }
        Map<String, @Nullable Object> model = Trees.map(config, "model");
        for (String key : List.of("provider", "name")) {
            if (!(model.get(key) instanceof String text) || text.isBlank()) {
                throw new ImportException("model." + key + " is required");
            }
        }
        stopWords(Trees.map(model, "completion_params"));
        if (Trees.list(Trees.map(config, "chat_prompt_config").get("prompt")).size()
                > MOST_MESSAGES) {
            throw new ImportException("number of messages must be less than " + MOST_MESSAGES);
        }
        listOfMaps(config, "user_input_form");
        listOfMaps(config, "external_data_tools");
    }

    private static void stopWords(Map<String, @Nullable Object> parameters) {
        Object stop = parameters.get("stop");
        if (stop != null && !(stop instanceof List<?>)) {
            throw new ImportException("stop in model.completion_params must be of list type");
        }
        if (Trees.list(stop).size() > MOST_STOP_WORDS) {
            throw new ImportException("stop sequences must be less than " + MOST_STOP_WORDS);
        }
    }

    private static void strategy(String name) {
        if (!name.isEmpty() && !AGENT_STRATEGIES.contains(name)) {
            throw new ImportException("agent strategy " + name + " is not supported yet");
        }
    }

    /** An old chat app with this mode and these strategies is an agent in all but its name. */
    static boolean isAgent(Map<String, @Nullable Object> config) {
        Map<String, @Nullable Object> agent = Trees.map(config, "agent_mode");
        return Trees.isTruthy(agent.get("enabled"))
                && AGENT_STRATEGIES.contains(Trees.text(agent, "strategy"))
                && Trees.maps(agent, "tools").stream()
                        .anyMatch(tool -> !(tool.get("dataset") instanceof Map<?, ?>));
    }

    private static void listOfMaps(Map<String, @Nullable Object> config, String key) {
        Object value = config.get(key);
        if (!(value instanceof List<?>)) {
            throw new ImportException(key + " must be of list type");
        }
        if (!Trees.list(value).stream().allMatch(Map.class::isInstance)) {
            throw new ImportException("Elements in " + key + " list must be of dict type");
        }
    }
}
