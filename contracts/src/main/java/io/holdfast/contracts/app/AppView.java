package io.holdfast.contracts.app;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An app as lists show it.
 *
 * @param mode {@code workflow}, {@code advanced-chat}, {@code chat} or {@code completion}
 * @param iconType {@code emoji}, {@code image} or {@code link}
 * @param author who imported it first; null when not told
 * @param versionId the version that new runs take
 */
public record AppView(
        UUID id,
        UUID tenantId,
        String name,
        String mode,
        String description,
        String iconType,
        @Nullable String icon,
        @Nullable String iconBackground,
        boolean useIconAsAnswerIcon,
        List<String> tags,
        @Nullable String author,
        UUID versionId,
        Instant createdAt,
        Instant updatedAt) {

    public AppView {
        tags = List.copyOf(tags);
    }
}
