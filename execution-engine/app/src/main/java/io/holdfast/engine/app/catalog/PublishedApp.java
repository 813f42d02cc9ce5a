package io.holdfast.engine.app.catalog;

import io.holdfast.engine.dsl.AppDefinition;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an app with all that a run of it needs.
 *
 * @param definition its secret environment variables are blank
 * @param environment environment variables by name, secrets in clear: never log them
 */
public record PublishedApp(
        UUID tenantId,
        UUID appId,
        UUID versionId,
        AppDefinition definition,
        Map<String, @Nullable Object> environment) {

    @Override
    public String toString() {
        return "PublishedApp[" + appId + ", version " + versionId + "]";
    }
}
