package io.holdfast.vector.index;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment as the index needs it.
 *
 * @param vector of length one; null when the segment has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record IndexedSegment(
        UUID segmentId, String content, List<String> keywords, float @Nullable [] vector) {}
