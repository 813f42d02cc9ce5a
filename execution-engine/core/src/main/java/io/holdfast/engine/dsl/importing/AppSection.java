package io.holdfast.engine.dsl.importing;

import io.holdfast.engine.dsl.AppMode;
import io.holdfast.engine.dsl.Trees;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an app is called and which block must hold the rest of it (dsl.md 1.1, 1.10). */
final class AppSection {

    private AppSection() {}

    static AppMode check(Map<String, @Nullable Object> tree) {
        if (!Trees.isTruthy(tree.get("app"))) {
            throw new ImportException("Missing app data in YAML content");
        }
        if (!(tree.get("app") instanceof Map<?, ?>)) {
            throw new ImportException("Invalid app data in YAML content: app must be a mapping");
        }
        AppMode mode = mode(Trees.map(tree, "app"));
        if (mode.isGraph()) {
            require(tree, "workflow", "Missing workflow data for workflow/advanced chat app");
        } else {
            require(
                    tree,
                    "model_config",
                    "Missing model_config for chat/agent-chat/completion app");
        }
        return mode;
    }

    private static AppMode mode(Map<String, @Nullable Object> app) {
        if (!Trees.isTruthy(app.get("mode"))) {
            throw new ImportException("loss app mode");
        }
        return AppMode.of(Trees.text(app, "mode"))
                .orElseThrow(() -> new ImportException("Invalid app mode"));
    }

    private static void require(Map<String, @Nullable Object> tree, String block, String message) {
        if (!Trees.isTruthy(tree.get(block)) || !(tree.get(block) instanceof Map<?, ?>)) {
            throw new ImportException(message);
        }
    }
}
