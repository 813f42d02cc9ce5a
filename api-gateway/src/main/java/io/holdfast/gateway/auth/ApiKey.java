package io.holdfast.gateway.auth;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored: not the key itself.
 *
 * @param appId the app of an app key; null for dataset keys
 * @param hint its beginning and its end
 */
public record ApiKey(
        UUID id,
        UUID tenantId,
        KeyKind kind,
        @Nullable UUID appId,
        String hint,
        Instant createdAt) {}
