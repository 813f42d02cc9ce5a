package io.holdfast.contracts.app;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Imports a DSL file: {@code POST /internal/v1/apps/imports}, answered with {@link ImportAppResult}
 * whatever the outcome.
 *
 * @param tenantId the workspace that will own the app
 * @param author who imports, shown by {@code /v1/info}
 * @param yamlContent the file's text, at most 10 MB
 * @param appId an app of the same mode that gets a new version; null makes a new app
 * @param name replaces the file's name, as do the next four; null keeps the file's
 */
public record ImportAppRequest(
        UUID tenantId,
        @Nullable String author,
        @Nullable String yamlContent,
        @Nullable UUID appId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String iconType,
        @Nullable String icon,
        @Nullable String iconBackground) {}
