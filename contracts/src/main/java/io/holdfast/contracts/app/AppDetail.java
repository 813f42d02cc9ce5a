package io.holdfast.contracts.app;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app with what a client may know of its newest version: {@code GET /internal/v1/apps/{id}}.
 *
 * @param features the feature keys of dsl.md 1.6 (graph apps) or 5.1 (basic apps) as the file has
 *     them, none added; of a basic app's configuration nothing but features is here
 * @param userInputForm one map with one key per field: the control, with its settings below
 *     (http-api.md 3.8)
 * @param toolIcons by tool name, empty without tools
 * @param dslVersion the file's
 * @param missingSecrets secret environment variables that have no value yet
 */
public record AppDetail(
        AppView app,
        Map<String, @Nullable Object> features,
        List<Map<String, @Nullable Object>> userInputForm,
        Map<String, @Nullable Object> toolIcons,
        String dslVersion,
        List<String> missingSecrets) {}
