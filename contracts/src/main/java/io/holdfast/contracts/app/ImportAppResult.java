package io.holdfast.contracts.app;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an import.
 *
 * @param id the import's own id, by which a pending one is confirmed within ten minutes: {@code
 *     POST /internal/v1/apps/imports/{id}/confirm}
 * @param appId the app; null when the import failed or waits, unless an existing app was named
 * @param appMode {@code workflow}, {@code advanced-chat}, ...; null when the file does not say
 * @param versionId the version that was published; null when none was
 * @param currentDslVersion the newest DSL version that is known
 * @param importedDslVersion the file's; empty when it could not be read
 * @param error why the import failed, empty otherwise
 * @param warnings what was dropped, changed or must still be provided; one sentence each
 */
public record ImportAppResult(
        UUID id,
        ImportStatus status,
        @Nullable UUID appId,
        @Nullable String appMode,
        @Nullable String appName,
        @Nullable UUID versionId,
        String currentDslVersion,
        String importedDslVersion,
        String error,
        List<String> warnings) {

    public ImportAppResult {
        warnings = List.copyOf(warnings);
    }
}
