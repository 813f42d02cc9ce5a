package io.holdfast.local.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one file.
 *
 * @param file path as it was given
 * @param status the console API's word: completed, completed-with-warnings, failed
 * @param appId id of the app; empty when refused
 * @param mode mode of the app; empty when refused
 * @param name name of the app; empty when refused
 * @param key new API key of the app; empty when refused
 * @param error why it was refused; empty when it was not
 * @param warnings what to know about an app that is in
 * @param webhooks its webhooks, each with its method and URL
 */
record ImportResult(
        String file,
        String status,
        String appId,
        String mode,
        String name,
        String key,
        String error,
        List<String> warnings,
        List<String> webhooks) {

    static ImportResult refused(String file, String error) {
        return new ImportResult(file, "failed", "", "", "", "", error, List.of(), List.of());
    }

    boolean accepted() {
        return !key.isEmpty();
    }

    List<String> row() {
        return List.of(appId, mode, name, key, file);
    }

    Map<String, Object> forPrograms() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("status", status);
        fields.put("app_id", appId);
        fields.put("mode", mode);
        fields.put("name", name);
        fields.put("api_key", key);
        fields.put("error", error);
        fields.put("warnings", warnings);
        fields.put("webhooks", webhooks);
        return fields;
    }
}
