package io.holdfast.gateway.file;

import java.time.Instant;
import java.util.UUID;

/**
 * An uploaded file as the database has it.
 *
 * @param extension without the dot, lower case
 * @param size in bytes
 */
record StoredUpload(
        UUID id,
        UUID tenantId,
        UUID appId,
        String user,
        String name,
        String extension,
        String mimeType,
        long size,
        Instant createdAt) {}
