package io.holdfast.contracts.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document of a dataset, without its text.
 *
 * @param position counts from 1 in the dataset
 * @param batch the key of indexing-status
 * @param dataSourceType {@code upload_file}, also for text (http-api.md 4.3)
 * @param wordCount characters
 * @param tokens tokens embedded; null until indexed
 * @param metadata by field name, may be empty
 */
public record DocumentView(
        UUID id,
        UUID datasetId,
        int position,
        String name,
        String batch,
        String dataSourceType,
        ProcessRule processRule,
        String docForm,
        String docLanguage,
        IndexingStatus indexingStatus,
        @Nullable String error,
        boolean enabled,
        boolean archived,
        long wordCount,
        @Nullable Long tokens,
        long hitCount,
        Map<String, @Nullable Object> metadata,
        @Nullable String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt) {

    /** The state as Dify shows it (knowledge.md 2). */
    public String displayStatus() {
        return switch (indexingStatus) {
            case WAITING -> "queuing";
            case PARSING, CLEANING, SPLITTING, INDEXING -> "indexing";
            case ERROR -> "error";
            case COMPLETED -> archived ? "archived" : enabled ? "available" : "disabled";
        };
    }
}
