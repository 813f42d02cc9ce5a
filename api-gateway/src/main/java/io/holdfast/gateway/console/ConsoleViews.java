package io.holdfast.gateway.console;

import io.holdfast.contracts.app.AppDetail;
import io.holdfast.contracts.app.AppView;
import io.holdfast.contracts.trigger.Webhook;
import io.holdfast.gateway.auth.ApiKey;
import io.holdfast.gateway.auth.NewApiKey;
import io.holdfast.gateway.http.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Apps and keys as the console's clients know them. */
final class ConsoleViews {

    private ConsoleViews() {}

    static Map<String, @Nullable Object> webhook(Webhook webhook) {
        return new Fields()
                .put("trigger_type", "trigger-webhook")
                .put("node_id", webhook.nodeId())
                .put("webhook_id", webhook.id())
                .put("method", webhook.method())
                .put("path", "/triggers/webhook/" + webhook.id())
                .map();
    }

    static Map<String, @Nullable Object> app(AppView app) {
        return fields(app).map();
    }

    static Map<String, @Nullable Object> detail(AppDetail detail) {
        return fields(detail.app())
                .put("enable_site", false)
                .put("enable_api", true)
                .put("dsl_version", detail.dslVersion())
                .put("missing_secrets", detail.missingSecrets())
                .map();
    }

    private static Fields fields(AppView app) {
        return new Fields()
                .put("id", app.id())
                .put("name", app.name())
                .put("description", app.description())
                .put("mode", app.mode())
                .put("icon_type", app.iconType())
                .put("icon", app.icon())
                .put("icon_background", app.iconBackground())
                .put("use_icon_as_answer_icon", app.useIconAsAnswerIcon())
                .put("tags", app.tags())
                .put("author_name", app.author())
                .put("workflow", new Fields().put("id", app.versionId()).map())
                .time("created_at", app.createdAt())
                .time("updated_at", app.updatedAt());
    }

    /** With the key itself, this once. */
    static Map<String, @Nullable Object> newKey(NewApiKey key) {
        return key(key.key(), key.secret());
    }

    static Map<String, @Nullable Object> keys(List<ApiKey> keys) {
        return new Fields()
                .put("data", keys.stream().map(key -> key(key, key.hint())).toList())
                .map();
    }

    private static Map<String, @Nullable Object> key(ApiKey key, String token) {
        return new Fields()
                .put("id", key.id())
                .put("type", key.kind().wireName())
                .put("token", token)
                .put("last_used_at", null)
                .time("created_at", key.createdAt())
                .map();
    }
}
