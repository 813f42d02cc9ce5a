package io.holdfast.engine.app.catalog;

import io.holdfast.platform.error.HoldfastException;
import org.jspecify.annotations.Nullable;

/** An app or a version of it does not exist. */
public final class AppNotFoundException extends HoldfastException {

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private AppNotFoundException(String code, String message) {
        super(NOT_FOUND, code, message);
    }

    /** The app that was looked for. */
    static AppEntity require(@Nullable AppEntity app) {
        if (app == null) {
            throw new AppNotFoundException("app_not_found", "App not found.");
        }
        return app;
    }

    /** The version that was looked for. */
    static AppVersionEntity require(@Nullable AppVersionEntity version) {
        if (version == null) {
            throw new AppNotFoundException("workflow_not_found", "Workflow not found.");
        }
        return version;
    }
}
