package io.holdfast.engine.moderation;

import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.dsl.Trees;
import io.holdfast.engine.gate.CheckStep;
import io.holdfast.engine.gate.EntryCheck;
import io.holdfast.engine.gate.ExitCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feature {@code sensitive_word_avoidance} of an app (dsl.md 5.5).
 *
 * @param input the answer to what may not be asked; null when all may be
 * @param output what is said in the place of what may not be; null when all may be
 */
public record Moderation(Judge judge, @Nullable String input, @Nullable String output) {

    private static final String FEATURE = "sensitive_word_avoidance";
    private static final int LONGEST_KEYWORDS = 10_000;
    private static final int MOST_KEYWORDS = 100;
    private static final int LONGEST_ANSWER = 100;

    /**
     * The feature of an app that was imported.
     *
     * @return empty when it is off
     * @throws ModerationException when it is not as it must be
     */
    public static Optional<Moderation> of(Map<String, @Nullable Object> features) {
        Map<String, @Nullable Object> feature = Trees.map(features, FEATURE);
        if (!Trees.isTruthy(feature.get("enabled"))) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> config = Trees.map(feature, "config");
        Judge judge = judge(Trees.text(feature, "type"), config);
        boolean preset = !(judge instanceof ExtensionJudge);
        Moderation moderation =
                new Moderation(
                        judge,
                        answer(config, "inputs_config", preset),
                        answer(config, "outputs_config", preset));
        if (moderation.input == null && moderation.output == null) {
            throw new ModerationException(
                    "At least one of inputs_config or outputs_config must be enabled");
        }
        return Optional.of(moderation);
    }

    private static Judge judge(String type, Map<String, @Nullable Object> config) {
        return switch (type) {
            case "keywords" -> new KeywordJudge(keywords(Trees.text(config, "keywords")));
            case "openai_moderation" -> new ModelJudge();
            case "api" -> {
                String id = Trees.text(config, "api_based_extension_id");
                if (id.isEmpty()) {
                    throw new ModerationException("api_based_extension_id is required");
                }
                yield new ExtensionJudge(id);
            }
            case "" -> throw new ModerationException("sensitive_word_avoidance.type is required");
            default ->
                    throw new ModerationException(
                            "sensitive_word_avoidance.type must be one of keywords,"
                                    + " openai_moderation and api, not "
                                    + type);
        };
    }

    private static List<String> keywords(String text) {
        if (text.isEmpty()) {
            throw new ModerationException("keywords is required");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_KEYWORDS) {
            throw new ModerationException("keywords length must be less than " + LONGEST_KEYWORDS);
        }
        List<String> words = text.lines().toList();
        if (words.size() > MOST_KEYWORDS) {
            throw new ModerationException(
                    "the number of rows for the keywords must be less than " + MOST_KEYWORDS);
        }
        return words;
    }

    private static @Nullable String answer(
            Map<String, @Nullable Object> config, String key, boolean needed) {
        if (config.get(key) != null && !(config.get(key) instanceof Map<?, ?>)) {
            throw new ModerationException(key + " must be a dict");
        }
        Map<String, @Nullable Object> side = Trees.map(config, key);
        if (!Trees.isTruthy(side.get("enabled"))) {
            return null;
        }
        String preset = Trees.text(side, "preset_response");
        if (needed && preset.isEmpty()) {
            throw new ModerationException(key + ".preset_response is required");
        }
        if (preset.codePointCount(0, preset.length()) > LONGEST_ANSWER) {
            throw new ModerationException(
                    key + ".preset_response must be less than " + LONGEST_ANSWER + " characters");
        }
        return preset;
    }

    /** The service of the operator that judges; empty when none does. */
    public Optional<String> extension() {
        return switch (judge) {
            case ExtensionJudge(String id) -> Optional.of(id);
            case ModelJudge _ -> Optional.of(ModerationRequest.EXTENSION);
            case KeywordJudge _ -> Optional.empty();
        };
    }

    /** Reads what is asked; empty when all may be. */
    public Optional<EntryCheck> entry() {
        return Optional.ofNullable(input).map(InputCheck::new);
    }

    /** Reads what is said; null when all may be. */
    public @Nullable ExitCheck exit() {
        String answer = output;
        return answer == null ? null : (start, text) -> judge.ofOutput(start, text, answer);
    }

    private final class InputCheck implements EntryCheck {
        private final String preset;

        InputCheck(String preset) {
            this.preset = preset;
        }

        @Override
        public String name() {
            return "moderation";
        }

        @Override
        public CheckStep begin(RunStart start) {
            return judge.ofInput(start, preset);
        }
    }
}
