package io.holdfast.contracts.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment that answers, with what citations and records say of it (knowledge.md 8).
 *
 * @param position of the segment in its document, counts from 1
 * @param indexNodeId its id in the index
 * @param indexNodeHash SHA-256 as knowledge.md 5 states it
 * @param wordCount characters
 * @param keywords may be empty
 * @param documentMetadata by field name, may be empty
 * @param score higher is better; what it means depends on the search method, 0 to 1 in all of them
 */
public record RetrievedPassage(
        UUID segmentId,
        UUID datasetId,
        String datasetName,
        UUID documentId,
        String documentName,
        String dataSourceType,
        Map<String, @Nullable Object> documentMetadata,
        int position,
        String content,
        long wordCount,
        long tokens,
        List<String> keywords,
        UUID indexNodeId,
        String indexNodeHash,
        long hitCount,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant indexingAt,
        @Nullable Instant completedAt,
        double score) {}
