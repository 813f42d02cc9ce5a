package io.holdfast.contracts.knowledge;

/**
 * Answer to {@link SegmentUpload}.
 *
 * @param storedSegments segments that the document has now
 */
public record SegmentReceipt(int storedSegments) {}
